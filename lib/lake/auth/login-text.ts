/** What the login page says, in the languages an editor may read. */
export type LoginText = {
  lang: string;
  title: string;
  lead: string;
  login: string;
  password: string;
  submit: string;
  wrong: string;
  missing: string;
  foreign: string;
  wait: (seconds: number) => string;
  busy: string;
  help: string;
};

const simplified: LoginText = {
  lang: "zh-Hans",
  title: "登录编辑后台",
  lead: "一次撰写，简繁同发",
  login: "用户名",
  password: "密码",
  submit: "登录",
  wrong: "用户名或密码不对，请检查大小写后再试。",
  missing: "请填写用户名和密码。",
  foreign: "这次提交来自别的网站，已拒绝。请从本页重新登录。",
  wait: (seconds) => `尝试次数过多，请在 ${seconds} 秒后再试。`,
  busy: "服务器正忙，请稍后再试。",
  help: "忘记密码？请管理员为您重设。",
};

const traditional: LoginText = {
  lang: "zh-Hant",
  title: "登入編輯後台",
  lead: "一次撰寫，簡繁同發",
  login: "使用者名稱",
  password: "密碼",
  submit: "登入",
  wrong: "使用者名稱或密碼不正確，請檢查大小寫後再試。",
  missing: "請填寫使用者名稱和密碼。",
  foreign: "這次提交來自別的網站，已拒絕。請從本頁重新登入。",
  wait: (seconds) => `嘗試次數過多，請在 ${seconds} 秒後再試。`,
  busy: "伺服器正忙，請稍後再試。",
  help: "忘記密碼？請管理員為您重設。",
};

const english: LoginText = {
  lang: "en",
  title: "Log in to the Studio",
  lead: "Write once, publish in both scripts",
  login: "User name",
  password: "Password",
  submit: "Log in",
  wrong: "User name or password is wrong. Check upper and lower case and try again.",
  missing: "Fill in your user name and password.",
  foreign: "This was sent from another site and was refused. Log in from this page.",
  wait: (seconds) => `Too many attempts. Try again in ${seconds} seconds.`,
  busy: "The server is busy. Try again in a moment.",
  help: "Forgot your password? An administrator can set a new one.",
};

/** Choose the page's language: the first of the reader's that we speak, Simplified Chinese when there is none. */
export function chooseLoginText(acceptLanguage: string | undefined): LoginText {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality = "q=1"] = part.trim().toLowerCase().split(";");
      return { tag: tag.trim(), quality: Number(quality.trim().replace("q=", "")) };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .toSorted((left, right) => right.quality - left.quality);
  for (const { tag } of wanted) {
    if (/^zh-(?:hant|tw|hk|mo)\b/.test(tag)) return traditional;
    if (/^zh\b/.test(tag)) return simplified;
    if (/^en\b/.test(tag)) return english;
  }
  return simplified;
}
