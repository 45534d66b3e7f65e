/** A place in the knowledge base: a document, and in it an entry or a byte of its text. */
export type Place = { document: string; entry?: string; at?: number };
