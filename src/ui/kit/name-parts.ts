/** The words in a name, each with the sign that ends it: `scheduled` and `For`, `queue_` and `name`. */
export function partsOf(name: string): readonly string[] {
  return name.split(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=[._/-])/u);
}
