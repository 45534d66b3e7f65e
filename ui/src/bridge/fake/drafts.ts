import type { Advisory, Angle, CandidateView, Citation, NetworkId, VoiceReason } from "../ops.gen";
import { byteLength } from "../spans";
import { type FactName, facts } from "./brand";

/** A candidate as written: `{fact|sentence}` says which fact a sentence stands on. */
export type Script = {
  angle: Angle;
  facts: FactName[];
  texts: Record<NetworkId, string>;
  media: Record<NetworkId, string[]>;
  link: string | null;
  voice: VoiceReason[];
};

const reason = (code: string, points: number, params: Record<string, string> = {}): VoiceReason => ({
  code,
  points,
  span: null,
  params,
});

export const scripts: Script[] = [
  {
    angle: {
      code: "leads-with-time",
      params: { value: "2 pm" },
      lead: "entry-cutoff",
    },
    facts: ["cutoff", "tag", "price"],
    link: null,
    texts: {
      linkedin:
        "Mesh that fits when it lands.\n\nA142, A193, A252 and A393, cut to your drawing before it leaves the yard. {cutoff|Send the sizes by 2 pm and they are cut that afternoon.} No grinder on the slab, less waste than any other supplier.\n\n{tag|Every sheet carries a tag with its mark number, so your fixers go straight to it.} {price|Bespoke shapes start at £38.50 a cut.}\n\nGot a pour coming up? Send us the bar schedule.\n\n#CutToSize #Mesh #Groundworks",
      x: "Mesh that fits when it lands. {cutoff|Send the sizes by 2 pm and they are cut that afternoon.} {tag|Every sheet carries a tag with its mark number.} Got a pour coming up? #CutToSize",
      facebook:
        "Mesh that fits when it lands.\n\n{cutoff|Send the sizes by 2 pm and they are cut that afternoon.} {tag|Every sheet carries a tag with its mark number, so your fixers go straight to it.}\n\n{price|Bespoke shapes start at £38.50 a cut.}\n\nGot a pour coming up? Send us the bar schedule.",
      instagram:
        "Mesh that fits when it lands.\n\n{cutoff|Send the sizes by 2 pm and they are cut that afternoon.} {tag|Every sheet carries a tag with its mark number.} {price|Bespoke shapes start at £38.50 a cut.}\n\nGot a pour coming up?\n\n#CutToSize #Mesh #Groundworks #SiteLife",
    },
    media: { linkedin: ["m1"], x: ["m1", "m2", "m3"], facebook: ["m1", "m2", "m3"], instagram: ["m2", "m1"] },
    voice: [
      reason("sentence-length", 0.9, { here: "11", yours: "10" }),
      reason("you.here", 0.6, { share: "78" }),
      reason("closing-move.ask", 0.3, { share: "41" }),
      reason("prefer-word", -0.4, { word: "Bespoke", instead: "cut-to-size" }),
    ],
  },
  {
    angle: { code: "leads-with-question", params: { lead: "Who has the grinder" }, lead: "entry-sizes" },
    facts: ["sizes", "tag"],
    link: "https://nextdaysteel.example/mesh",
    texts: {
      linkedin:
        "7 am, a wet slab, and someone is looking for the grinder.\n\n{sizes|A142, A193, A252 and A393 are cut in the yard on a shear, so nobody needs a grinder on the slab.} {tag|Each sheet carries a tag with its mark number, and your fixers can walk straight past the saw and start laying before the kettle has boiled.}\n\nSend us a drawing. https://nextdaysteel.example/mesh\n\n#CutToSize #Mesh #Groundworks",
      x: "7 am, a wet slab, and someone is looking for the grinder. {sizes|We cut A142, A193, A252 and A393 in the yard, so nobody needs one.} https://nextdaysteel.example/mesh",
      facebook:
        "7 am, a wet slab, and someone is looking for the grinder.\n\n{sizes|We cut A142, A193, A252 and A393 in the yard on a shear, so nobody needs one.}\n\nSend us a drawing. https://nextdaysteel.example/mesh",
      instagram:
        "7 am, a wet slab, and someone is looking for the grinder.\n\n{sizes|We cut A142, A193, A252 and A393 in the yard on a shear, so nobody needs one.} {tag|Each sheet carries a tag with its mark number.}\n\n#CutToSize #Mesh #Groundworks",
    },
    media: { linkedin: [], x: [], facebook: ["m1", "m2"], instagram: ["m2"] },
    voice: [
      reason("opening-move.fragment", 1.1, { share: "37" }),
      reason("you.here", 0.6, { share: "78" }),
      reason("sentence-length", -0.2, { here: "17", yours: "10" }),
    ],
  },
  {
    angle: { code: "leads-with-price", params: { value: "£38.50" }, lead: "entry-price" },
    facts: ["price", "scrap", "cutoff"],
    link: null,
    texts: {
      linkedin:
        "£38.50 a cut, and the shape is yours.\n\n{price|Shape cutting starts at £38.50, ex VAT.} {scrap|Every kilo of scrap goes back to be melted, so no steel goes into your skip.} Game-changing for tight programmes.\n\n{cutoff|Drawings that reach us by 2 pm are cut that afternoon.}\n\n#CutToSize #Mesh #Groundworks",
      x: "£38.50 a cut, and the shape is yours. {scrap|Every kilo of scrap goes back to be melted.} {cutoff|Drawings that reach us by 2 pm are cut that afternoon.} #CutToSize",
      facebook:
        "£38.50 a cut, and the shape is yours.\n\n{price|Shape cutting starts at £38.50, ex VAT.} {scrap|Every kilo of scrap goes back to be melted, so no steel goes into your skip.}\n\n{cutoff|Drawings that reach us by 2 pm are cut that afternoon.}",
      instagram:
        "£38.50 a cut, and the shape is yours.\n\n{price|Shape cutting starts at £38.50, ex VAT.} {cutoff|Drawings that reach us by 2 pm are cut that afternoon.}\n\n#CutToSize #Mesh #Groundworks",
    },
    media: { linkedin: ["m1", "m2", "m3", "m1", "m2"], x: ["m3", "m1"], facebook: ["m2"], instagram: ["m3"] },
    voice: [
      reason("sentence-length", 0.5, { here: "9", yours: "10" }),
      reason("never-word", -1.3, { word: "game-changing" }),
      reason("imperatives.missing", -0.5, { share: "64" }),
    ],
  },
];

/** The text of a script and what its sentences stand on. */
export function written(script: Script, network: NetworkId): { text: string; citations: Citation[] } {
  const citations: Citation[] = [];
  let text = "";
  let rest = 0;
  const source = script.texts[network];
  for (const match of source.matchAll(/\{(\w+)\|([^}]*)\}/g)) {
    text += source.slice(rest, match.index);
    const start = byteLength(text);
    text += match[2] ?? "";
    citations.push({
      span: { start, end: byteLength(text) },
      fact: script.facts.indexOf(match[1] as FactName),
    });
    rest = match.index + match[0].length;
  }
  return { text: text + source.slice(rest), citations };
}

export function factsOf(script: Script): CandidateView["facts"] {
  return script.facts.map((name) => facts[name]);
}

/** What is asked before writing about something that no document knows. */
export const ADVISORY: Advisory = {
  code: "unknown-product",
  params: { name: "titanium beams" },
  choices: [
    {
      code: "draft-without-name",
      params: { name: "titanium beams" },
      brief: "Announce what we cut to size to site managers",
      skill: "announcement",
      settled: [],
      without: [],
    },
    {
      code: "draft-about-nearest",
      params: { product: "A393 mesh" },
      brief: "Announce A393 mesh cut to size to site managers",
      skill: "announcement",
      settled: [],
      without: [],
    },
    {
      code: "add-document",
      params: { name: "titanium beams" },
      brief: "Announce titanium beams",
      skill: null,
      settled: [],
      without: [],
    },
  ],
};
