/** The words that a name was made of, each with the sign that ends it: `scheduledFor`, `queue_name`. */
export function partsOf(name: string): readonly string[] {
  return name.split(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=[._/-])/u);
}
