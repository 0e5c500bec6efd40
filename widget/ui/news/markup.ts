import { decoder } from './references.ts';

/** Hears what is found in a text with tags, in its order. Names come in lower case. */
export interface Listener {
  text(text: string): void;
  open(name: string, attributes: Map<string, string>, closed: boolean): void;
  close(name: string): void;
}

// Each alternative also ends with the text, so that nothing is ever looked at twice: the work is linear.
// Comment · CDATA (1) · script and style with their content (2) · document type · other declarations · tag (3, 4, 5).
const TOKEN =
  /<!--.*?(?:-->|$)|<!\[CDATA\[(.*?)(?:\]\]>|$)|<(script|style)(?=[\s/>])[^>]*(?<!\/)>.*?(?:<\/\2[^>]*>?|$)|<!doctype[^[>]*(?:\[.*?(?:\]\s*>|$)|>|$)|<[!?][^>]*>?|<(\/?)([a-z_][^\s/>"'<=]*)((?:[^>"']+|"[^"]*(?:"|$)|'[^']*(?:'|$))*)>?/gis;
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const CLOSED = /(?:^|[\s"'])\/\s*$/;

/** Reads a text with tags, well formed or not, XML or HTML. Comments, declarations, scripts and styles are passed over. */
export function scan(source: string, listener: Listener): void {
  const decode = decoder(source);
  let end = 0;
  for (const { 0: token, 1: cdata, 3: slash, 4: name = '', 5: rest = '', index } of source.matchAll(TOKEN)) {
    if (index > end) listener.text(decode(source.slice(end, index)));
    end = index + token.length;
    if (cdata) listener.text(cdata);
    else if (slash) listener.close(name.toLowerCase());
    else if (name) {
      const attributes = new Map<string, string>();
      for (const [, key = '', double, single, bare = ''] of rest.matchAll(ATTRIBUTE)) {
        attributes.set(key.toLowerCase(), decode(double ?? single ?? bare));
      }
      listener.open(name.toLowerCase(), attributes, CLOSED.test(rest));
    }
  }
  listener.text(decode(source.slice(end)));
}
