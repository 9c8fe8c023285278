const met = new WeakSet<HTMLVideoElement>();

/**
 * Show the captions in the reader's script once a film is played for the first time.
 *
 * The `default` of a track would do the same, but fetches the file with the page. Later the reader's choice counts.
 */
export function showCaptions(): void {
  document.addEventListener(
    "play",
    ({ target }) => {
      if (!(target instanceof HTMLVideoElement) || met.has(target)) return;
      met.add(target);
      const element = target.querySelector<HTMLTrackElement>("track[data-shown]");
      if (element) element.track.mode = "showing";
    },
    { capture: true },
  );
}
