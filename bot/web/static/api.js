// Talking to the playground's server. The header makes a foreign page's request need a permission it
// never gets.

/** What the server answers when it refuses: a sentence for people. */
export class Refused extends Error {}

async function read(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.error ?? `The playground answered with status ${response.status}.`);
  return body;
}

export async function get(path, { signal } = {}) {
  return read(await fetch(`/api-play/${path}`, { signal, headers: { Accept: "application/json" } }));
}

export async function post(path, body = {}) {
  let response;
  try {
    response = await fetch(`/api-play/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Playhead": "1" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Refused("The playground does not answer. Is it still running?");
  }
  return read(response);
}
