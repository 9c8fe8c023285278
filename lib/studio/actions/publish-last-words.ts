import { useEffect, useRef, useState } from "react";
import type { DocumentActionComponent } from "sanity";

/** Sanity's text editor hands on what was done in it within a second; a little more, to arrive. */
const handOver = 1100;

const editing = ["beforeinput", "input", "keydown", "pointerdown", "paste", "drop"] as const;

/** A text editor with its toolbar, and the menus that open from the toolbar. */
const editors = '[data-testid="pt-editor"], [data-ui="Menu"]';

const made = new WeakMap<DocumentActionComponent, DocumentActionComponent>();

/**
 * Let publishing wait for the last words.
 *
 * Sanity's action waits for what the form has, but not for what a text editor still holds back, so
 * words typed in the second before would stay behind in a draft. The same action always answers the
 * same, or it would lose its state at every render.
 */
export function publishLastWords(publish: DocumentActionComponent): DocumentActionComponent {
  const known = made.get(publish) ?? waiting(publish);
  made.set(publish, known);
  return known;
}

function waiting(usePublish: DocumentActionComponent): DocumentActionComponent {
  const useWaitingPublish: DocumentActionComponent = (props) => {
    const action = usePublish(props);
    const newest = useRef(action);
    const untilHandedOver = useHandOver();
    const [isWaiting, setIsWaiting] = useState(false);
    useEffect(() => {
      newest.current = action;
    });
    if (action === null) return null;

    const publish = async () => {
      setIsWaiting(true);
      await untilHandedOver();
      setIsWaiting(false);
      newest.current?.onHandle?.();
    };
    return {
      ...action,
      disabled: action.disabled === true || isWaiting,
      onHandle: () => void publish(),
    };
  };
  useWaitingPublish.action = "publish";
  return useWaitingPublish;
}

function useHandOver(): () => Promise<void> {
  const lastEdit = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const note = ({ target }: Event) => {
      if (target instanceof Element && target.closest(editors) !== null)
        lastEdit.current = performance.now();
    };
    for (const event of editing) addEventListener(event, note, { capture: true });
    return () => {
      for (const event of editing) removeEventListener(event, note, { capture: true });
    };
  }, []);
  return async () => {
    const rest = lastEdit.current + handOver - performance.now();
    if (rest > 0) await new Promise((done) => setTimeout(done, rest));
  };
}
