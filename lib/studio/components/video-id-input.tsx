import type { ClipboardEvent } from "react";
import { set, type StringInputProps, useFormValue } from "sanity";

import { readProvider, videoIdIn } from "@/lib/video-id";

/** Sanity's input, which takes the identifier out of a pasted address of the chosen provider. */
export function VideoIdInput(props: StringInputProps) {
  const { elementProps, onChange, path, readOnly, renderDefault } = props;
  const provider = readProvider(useFormValue(path.slice(0, -1)));
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    const id = provider === null ? null : videoIdIn(pasted, provider);
    if (id === null || id === pasted || readOnly === true) return;
    event.preventDefault();
    onChange(set(id));
  };
  return renderDefault({ ...props, elementProps: { ...elementProps, onPaste } });
}
