/**
 * The text of a response in the encoding that it names, UTF-8 unless it names one; null, and the rest is not read, when it
 * is longer than the given number of bytes.
 */
export async function boundedText(response: Response, largest: number): Promise<string | null> {
  const decoder = decoderFor(response.headers.get('content-type') ?? '');
  const reader = response.body?.getReader();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > largest) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

// vtiger 5 may be set to another encoding, and says so nowhere but in the header.
function decoderFor(contentType: string): TextDecoder {
  try {
    return new TextDecoder(/charset=["']?([\w-]+)/i.exec(contentType)?.[1]);
  } catch {
    return new TextDecoder();
  }
}
