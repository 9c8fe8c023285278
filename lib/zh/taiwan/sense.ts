/**
 * A form that a word has in some contexts only; null keeps the mainland's word.
 *
 * `before` and `after` see the text right beside the word, `topic` its sentence. All are in Simplified, whatever the source was.
 */
export type Sense = { form: string | null; before?: RegExp; after?: RegExp; topic?: RegExp };
