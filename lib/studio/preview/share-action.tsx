import { ShareIcon } from "@sanity/icons/Share";
import { useState } from "react";
import {
  type DocumentActionComponent,
  useCurrentLocale,
  useDocumentValuePermissions,
} from "sanity";

import { sayIn } from "@/lib/studio/locale/say";

import { linkType } from "./review-links";
import { ShareLinks } from "./share-links";

const anyLink = { _id: `${linkType}.any`, _type: linkType };

/** Show a draft, or what waits for its moment, to somebody without an account. Offered only to who may make such links. */
export const shareAction: DocumentActionComponent = (props) => {
  const { id, type, draft, published, version, release } = props;
  const { id: locale } = useCurrentLocale();
  const [permission] = useDocumentValuePermissions({ document: anyLink, permission: "create" });
  const [isOpen, setIsOpen] = useState(false);
  if (permission?.granted !== true) return null;
  return {
    label: sayIn("分享预览链接", locale),
    icon: ShareIcon,
    disabled: draft === null && published === null && version === null,
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {
      type: "dialog",
      header: sayIn("分享预览链接", locale),
      onClose: () => setIsOpen(false),
      content: <ShareLinks document={{ id, type, release }} />,
    },
  };
};
