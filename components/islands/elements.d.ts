import type { DetailedHTMLProps, HTMLAttributes } from "react";

type Island = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "copy-text": Island;
      "share-page": Island;
      "save-article": Island;
      "saved-list": Island;
      "reading-settings": Island;
      "proof-of-work": Island;
      "play-video": Island;
    }
  }
}
