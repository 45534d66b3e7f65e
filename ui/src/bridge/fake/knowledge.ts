import { Failure } from "../failure";
import type { Entry, Fact, PassageView } from "../ops.gen";
import { toUtf8 } from "../spans";
import { type FactName, facts } from "./brand";
import { READ } from "./desk";
import type { Workspace } from "./engine";

type Document = Omit<PassageView, "text" | "span" | "part" | "parts"> & { text: string };

/** A document whose text holds the facts, each below the heading it stands under. */
function documentOf(file: string, title: string, names: readonly FactName[]): Document {
  const sections = names.map((name) => `## ${facts[name].headings[0]}\n\n${facts[name].text}\n`);
  const text = `# ${title}\n\nWhat is written here is read again when the file changes.\n\n${sections.join("\n")}`;
  return {
    document: `document-${file}`,
    file,
    kind: "markdown",
    title,
    language: "en",
    text,
    entries: names.map((name) => entryOf(facts[name], text, facts[name].text, [title])),
  };
}

function entryOf(fact: Fact, text: string, place: string, above: string[]): Entry {
  const start = text.indexOf(place);
  return {
    id: fact.entry,
    document: fact.document,
    kind: fact.kind,
    category: fact.category,
    question: fact.question,
    subject: fact.subject,
    statement: fact.text,
    form: fact.form,
    quoted: fact.quoted,
    order: fact.order,
    product: fact.product,
    span: toUtf8(text, { start, end: start + place.length }),
    headings: [...above, ...fact.headings],
    entities: [...fact.text.matchAll(/£?\d+(?:\.\d+)?(?: pm)?/g)].map((match) => ({
      kind: match[0].startsWith("£") ? "price" : match[0].endsWith("pm") ? "time" : "number",
      text: match[0],
      span: toUtf8(fact.text, { start: match.index, end: match.index + match[0].length }),
      key: match[0],
    })),
    confidence: 0.86,
    language: "en",
  };
}

const ROWS = ["A142 mesh sheet,£38.50,sheet,in stock", "A193 mesh sheet,£49.20,sheet,in stock"];

function catalog(): Document {
  const text = ["name,price,unit,availability", ...ROWS, ""].join("\n");
  const entries = ROWS.map((row, index) => {
    const [name = "", price = "", unit = "", availability = ""] = row.split(",");
    const fact: Fact = {
      ...facts.price,
      entry: `entry-row-${index + 1}`,
      document: "document-prices.csv",
      text: `${name}: ${price} a ${unit}, ${availability}.`,
      kind: "product",
      category: "pricing",
      subject: name,
      headings: [],
      product: { name, price, unit, availability, description: null, details: [] },
    };
    return entryOf(fact, text, row, []);
  });
  return {
    document: "document-prices.csv",
    file: "prices.csv",
    kind: "products",
    title: "prices",
    language: "en",
    text,
    entries,
  };
}

/** Documents in which the facts of the drafts stand. */
export function knowing(workspace: Workspace) {
  const documents = [
    documentOf("about.md", "About NextDaySteel", ["cutoff"]),
    documentOf("mesh-cut-to-size.md", "Mesh, cut to size", ["sizes", "price", "tag", "scrap"]),
    catalog(),
  ];
  const known = () => (workspace.choices.empty ? [] : documents);
  return {
    "knowledge.import": ({ folder }: { folder: string }) => {
      if (folder.includes("empty")) throw new Failure("nothing-usable", "nothing usable", { folder });
      workspace.choices.empty = false;
      workspace.stale("workspace", "knowledge");
      return READ;
    },
    "knowledge.documents": () =>
      known().map(({ document, file, title, language, entries }) => ({
        id: document,
        file,
        title,
        language,
        entries: entries.length,
        chunks: 1,
      })),
    "knowledge.passage": ({ document: id }: { document: string }): PassageView => {
      const found = known().find(({ document }) => document === id);
      if (!found) throw new Failure("not-found", "no such document", { what: "document", id });
      return { ...found, span: toUtf8(found.text, { start: 0, end: found.text.length }), part: 1, parts: 1 };
    },
    "knowledge.search": ({ text }: { text: string }) => {
      const words = text.toLowerCase().split(/\s+/).filter(Boolean);
      const holds = (place: string) => words.some((word) => place.toLowerCase().includes(word));
      return {
        entries: known().flatMap(({ document, file, entries }) =>
          entries
            .filter(({ statement }) => holds(statement))
            .map(({ id, statement, question, subject, category, span }) => ({
              entry: id,
              statement,
              question,
              subject,
              category,
              document,
              file,
              span,
              score: 1,
            })),
        ),
        chunks: known()
          .filter((document) => holds(document.text))
          .map(({ document, file, text, title }) => ({
            chunk: `chunk-${file}`,
            text,
            headings: [title],
            document,
            file,
            span: toUtf8(text, { start: 0, end: text.length }),
            score: 1,
          })),
      };
    },
  };
}
