import { chooseLoginText, type LoginText } from "#lake/auth/login-text.ts";

/** What the page for a new password says. */
export type PasswordText = Pick<LoginText, "lang" | "foreign" | "wait" | "busy"> & {
  title: string;
  lead: (name: string) => string;
  current: string;
  fresh: string;
  repeat: string;
  submit: string;
  wrong: string;
  missing: string;
  length: string;
  different: string;
  same: string;
  done: string;
  back: string;
  help: string;
};

type Own = Omit<PasswordText, "lang" | "wait" | "busy">;

const simplified: Own = {
  title: "修改密码",
  lead: (name) => `${name}，您好`,
  current: "现在的密码",
  fresh: "新密码（至少 10 个字符）",
  repeat: "再输入一次新密码",
  submit: "修改密码",
  wrong: "现在的密码不对，请检查大小写后再试。",
  missing: "请填写全部三栏。",
  foreign: "这次提交来自别的网站，已拒绝。请从本页重新填写。",
  length: "新密码须有 10 到 200 个字符。",
  different: "两次输入的新密码不一样，请重新输入。",
  same: "新密码与现在的一样，请换一个。",
  done: "密码已修改。其他设备和浏览器上的登录都已失效。",
  back: "回到编辑后台",
  help: "修改后，其他设备和浏览器须用新密码重新登录。",
};

const traditional: Own = {
  title: "變更密碼",
  lead: (name) => `${name}，您好`,
  current: "目前的密碼",
  fresh: "新密碼（至少 10 個字元）",
  repeat: "再輸入一次新密碼",
  submit: "變更密碼",
  wrong: "目前的密碼不正確，請檢查大小寫後再試。",
  missing: "請填寫全部三欄。",
  foreign: "這次提交來自別的網站，已拒絕。請從本頁重新填寫。",
  length: "新密碼須有 10 到 200 個字元。",
  different: "兩次輸入的新密碼不同，請重新輸入。",
  same: "新密碼與目前的相同，請換一個。",
  done: "密碼已變更。其他裝置和瀏覽器上的登入都已失效。",
  back: "回到編輯後台",
  help: "變更後，其他裝置和瀏覽器須用新密碼重新登入。",
};

const english: Own = {
  title: "Change your password",
  lead: (name) => `Signed in as ${name}`,
  current: "Current password",
  fresh: "New password (at least 10 characters)",
  repeat: "New password again",
  submit: "Change password",
  wrong: "The current password is wrong. Check upper and lower case and try again.",
  missing: "Fill in all three fields.",
  foreign: "This was sent from another site and was refused. Fill in the form on this page.",
  length: "A new password needs 10 to 200 characters.",
  different: "The two new passwords differ. Type them again.",
  same: "The new password is the current one. Choose another.",
  done: "Your password is changed. You are logged out everywhere else.",
  back: "Back to the Studio",
  help: "Other devices and browsers will have to log in again with the new password.",
};

const texts: Record<string, Own> = { "zh-Hans": simplified, "zh-Hant": traditional, en: english };

/** Choose the page's language as the login page does. */
export function choosePasswordText(acceptLanguage: string | undefined): PasswordText {
  const { lang, wait, busy } = chooseLoginText(acceptLanguage);
  return { lang, wait, busy, ...(texts[lang] ?? simplified) };
}
