import { showCaptions } from "@/components/islands/captions";
import { CopyText } from "@/components/islands/copy-text";
import { keepPlace } from "@/components/islands/keep-place";
import { PlayVideo } from "@/components/islands/play-video";
import { ProofOfWork } from "@/components/islands/proof-of-work";
import { ReadingSettings } from "@/components/islands/reading-settings";
import { SaveArticle } from "@/components/islands/save-article";
import { SavedList } from "@/components/islands/saved-list";
import { SharePage } from "@/components/islands/share-page";
import { switchScript } from "@/components/islands/switch-script";
import { prepareWechatShare } from "@/components/islands/wechat-share";

customElements.define("copy-text", CopyText);
customElements.define("share-page", SharePage);
customElements.define("save-article", SaveArticle);
customElements.define("saved-list", SavedList);
customElements.define("reading-settings", ReadingSettings);
customElements.define("play-video", PlayVideo);
customElements.define("proof-of-work", ProofOfWork);
keepPlace();
switchScript();
showCaptions();
// A shared link without its picture is no reason to trouble the reader.
prepareWechatShare().catch((error: unknown) => console.warn(error));
