type Hostile = [what: string, request: (host: string) => string, statuses: readonly (number | undefined)[]];

const urlencoded = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data; boundary=x";
const closed = undefined;

function request(method: string, path: string, headers: Record<string, string> = {}, body = "") {
  return (host: string) => {
    const all = {
      host,
      connection: "close",
      ...(body && { "content-length": String(Buffer.byteLength(body)) }),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    return [`${method} ${path} HTTP/1.1`, ...lines, "", body].join("\r\n");
  };
}

const get = (path: string, headers: Record<string, string> = {}) => request("GET", path, headers);
const post = (path: string, type: string, body: string, headers: Record<string, string> = {}) =>
  request("POST", path, { "content-type": type, ...headers }, body);
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const lines =
  (...text: string[]) =>
  (host: string) =>
    text.join("\r\n").replaceAll("HOST", host);

/** What nobody sends by accident, and what it may be answered with. `undefined` stands for hanging up. */
export const hostileRequests: Hostile[] = [
  // Addresses
  ["a NUL in the address", get("/en/%00"), [404]],
  ["an overlong dot in the address", get("/%c0%ae%c0%ae/etc/passwd"), [404]],
  ["bytes that are no UTF-8", get("/en/%ff%fe"), [404]],
  ["a broken escape", get("/en/%zz"), [404]],
  ["the way out of the folder", get("/../../../../etc/passwd"), [404]],
  ["the way out of the assets", get("/_next/static/../../../package.json"), [404]],
  ["the way out, escaped", get("/%2e%2e/%2e%2e/etc/passwd"), [404]],
  ["the way out, escaped twice", get("/%252e%252e%252fetc%252fpasswd"), [404]],
  ["the way out with backslashes", get("/..\\..\\windows\\win.ini"), [404]],
  ["the environment", get("/.env"), [404]],
  ["the repository", get("/.git/config"), [404]],
  ["the build", get("/.next/BUILD_ID"), [404]],
  ["the list of the site folder", get("/site.json"), [404]],
  ["a compressed form by its name", get("/en/blog.html.br"), [404]],
  ["another host in the path", get("//evil.example/en"), [404]],
  ["another host in the path, with a slash at the end", get("//evil.example/"), [404]],
  ["a redirect with a line break", get("/blog/%0d%0aset-cookie:%20a=1"), [307]],
  ["a whole URL of another host", get("http://evil.example/en"), [421]],
  ["a whole URL", (host) => get(`http://${host}/en/services`)(host), [200]],
  ["an address of 15,000 characters", get(`/en/${"a".repeat(15_000)}`), [404]],
  ["an address of a million characters", get(`/en/${"a".repeat(1_000_000)}`), [431, 400, closed]],
  ["ten thousand parameters", get(`/en/blog?${"a=1&".repeat(3_000)}`), [200]],
  ["a campaign that is markup", get("/en/blog?utm_source=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"), [200]],
  ["an office that is markup", get("/en/hours?office=%3Cscript%3Ealert(1)%3C/script%3E"), [200]],
  ["an office of 10,000 characters", get(`/en/hours?office=${"a".repeat(10_000)}`), [200]],
  ["two offices", get("/en/hours?office=a&office=b&office[]=c"), [200]],
  ["a reference that is markup", get("/en/contact/received?ref=%3Cscript%3E"), [200]],
  ["a time zone that is a path", get("/en/inquiry?zone=../../etc/passwd&service=../../x"), [200]],
  ["parameters that are Next's", get("/en/hours?nxtPlocale=../x&__nextLocale=x&_rsc=x&__nextDataReq=1"), [200]],
  ["the image optimizer, for a page inside", get("/_next/image?url=http%3A%2F%2F169.254.169.254%2F&w=64&q=75"), [404]],
  ["the pages of development", get("/__nextjs_original-stack-frames"), [404]],
  ["the socket of development", get("/_next/webpack-hmr"), [404]],
  ["the page under another's shadow", get("/404"), [404]],
  ["a page of troubles by its name", get("/en/error/broken"), [404]],
  // Headers
  ["headers of 100 kB", get("/en", { "x-a": "a".repeat(100_000) }), [431, closed]],
  [
    "a thousand headers",
    get("/en", Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`x-${n}`, "1"]))),
    [200, 431],
  ],
  ["a cookie of 10 kB", get("/en/hours", { cookie: `a=${"b".repeat(10_000)}` }), [200]],
  [
    "the cookie that skips Next's cache",
    get("/en/hours", { cookie: "__prerender_bypass=1; __next_preview_data=x" }),
    [200],
  ],
  ["no host", lines("GET /en HTTP/1.1", "Connection: close", "", ""), [421]],
  ["no host, in HTTP/1.0", lines("GET /en HTTP/1.0", "", ""), [421]],
  ["another host", get("/en", { host: "evil.example" }), [421]],
  [
    "two hosts",
    lines("GET /en HTTP/1.1", "Host: HOST", "Host: evil.example", "Connection: close", "", ""),
    [200, 400, 421],
  ],
  ["a host with a login", get("/en", { host: "127.0.0.1@evil.example" }), [421]],
  ["a host with a path", get("/en", { host: "127.0.0.1/x" }), [421]],
  ["a host that is none", get("/en", { host: "<script>" }), [421]],
  [
    "another host by way of a proxy",
    get("/en/hours", { "x-forwarded-host": "evil.example", forwarded: "host=evil.example" }),
    [200],
  ],
  [
    "a request that claims to be Next's own",
    get("/en/hours", { "x-middleware-subrequest": "src/middleware:middleware" }),
    [200],
  ],
  [
    "a request that claims to be matched",
    get("/en/hours", { "x-matched-path": "/api/health", "x-invoke-path": "/x" }),
    [200],
  ],
  ["the router's headers without sense", get("/en/hours", { rsc: "1", "next-router-state-tree": "%5B%22x" }), [200]],
  [
    "the router's headers with wrong sense",
    get("/en/hours", { rsc: "1", "next-router-state-tree": "%5B1,2,3%5D" }),
    [200],
  ],
  ["the router's headers for an article", get("/en/blog", { rsc: "1", "next-router-prefetch": "1" }), [200]],
  [
    "weights that are none",
    get("/en", { "accept-encoding": "br;q=x,,;;=,*;q=", accept: ",;q", "accept-language": ";;q=,x-" }),
    [200],
  ],
  ["a language of 10,000 tags", get("/", { "accept-language": "x-a,".repeat(2_500) }), [307]],
  ["a language that only looks like one", get("/", { "accept-language": "en-GB-oed, zh-min-nan" }), [307]],
  [
    "a form in a language that only looks like one",
    post("/api/forms/contact", urlencoded, "name=A", { "accept-language": "en-GB-oed" }),
    [422],
  ],
  ["ranges", get("/en/blog", { range: "bytes=0-0,-1,5-2" }), [200]],
  ["tags that are none", get("/en/blog", { "if-none-match": 'W/", *,"' }), [200]],
  ["an expectation nobody has", get("/en", { expect: "cake" }), [200]],
  ["a socket", get("/en", { connection: "upgrade, close", upgrade: "websocket", "sec-websocket-key": "x" }), [200]],
  ["another version of HTTP", get("/en", { connection: "upgrade, http2-settings, close", upgrade: "h2c" }), [200]],
  [
    "a form by another version of HTTP",
    post("/api/forms/contact", urlencoded, "name=A", { connection: "upgrade, close", upgrade: "h2c" }),
    [422],
  ],
  // What is no HTTP
  ["garbage", lines("\u0001\u0002garbage", ""), [400]],
  ["HTTP/2 from the start", lines("PRI * HTTP/2.0", "", "SM", "", ""), [400]],
  ["HTTP/9.9", lines("GET /en HTTP/9.9", "Host: HOST", "", ""), [400]],
  ["a header with a space in its name", lines("GET /en HTTP/1.1", "Host : HOST", "", ""), [400]],
  ["a header without a colon", lines("GET /en HTTP/1.1", "Host", "", ""), [400]],
  ["a bare return in a header", lines("GET /en HTTP/1.1", "Host: HOST", "X: a\rb", "", ""), [400]],
  [
    "a length and chunks",
    lines(
      "POST /en/contact HTTP/1.1",
      "Host: HOST",
      "Content-Length: 5",
      "Transfer-Encoding: chunked",
      "",
      "0",
      "",
      "",
    ),
    [400],
  ],
  [
    "chunks that end in something else",
    lines("POST /en/contact HTTP/1.1", "Host: HOST", "Transfer-Encoding: chunked, identity", "", "0", "", ""),
    [400],
  ],
  [
    "a chunk without a length",
    lines("POST /en/contact HTTP/1.1", "Host: HOST", "Transfer-Encoding: chunked", "", "zz", "", ""),
    [400, closed],
  ],
  ["a length below zero", lines("POST /en/contact HTTP/1.1", "Host: HOST", "Content-Length: -1", "", ""), [400]],
  [
    "two lengths",
    lines("POST /en/contact HTTP/1.1", "Host: HOST", "Content-Length: 1", "Content-Length: 2", "", "a"),
    [400],
  ],
  // Methods
  ["CONNECT", lines("CONNECT evil.example:443 HTTP/1.1", "Host: evil.example:443", "", ""), [closed, 400, 405]],
  ["TRACE", request("TRACE", "/en"), [405]],
  ["OPTIONS *", request("OPTIONS", "*"), [404, 405]],
  ["PROPFIND", request("PROPFIND", "/en"), [405]],
  ["a method in small letters", lines("get /en HTTP/1.1", "Host: HOST", "", ""), [400]],
  ["DELETE of a page", request("DELETE", "/en/services"), [405]],
  ["a post to an article", post("/en/blog", urlencoded, "name=Ana"), [405]],
  [
    "a call of an action to an article",
    post("/en/blog", multipart, "--x--", { "next-action": "40".padEnd(42, "0") }),
    [405],
  ],
  ["GET of a form's door", get("/api/forms/contact"), [405]],
  ["a form nobody has", post("/api/forms/__proto__", urlencoded, "name=Ana"), [405]],
  // Bodies
  ["JSON", post("/api/forms/contact", "application/json", '{"__proto__":{"admin":1}}'), [415]],
  [
    "a body in pieces too small to be true",
    post("/en/contact", urlencoded, "name=Ana", { "content-encoding": "gzip" }),
    [415],
  ],
  ["parts without a boundary", post("/en/contact", "multipart/form-data", part("name", "Ana")), [400]],
  ["parts with another boundary", post("/en/contact", "multipart/form-data; boundary=y", part("name", "Ana")), [400]],
  ["a part that was cut off", post("/en/contact", multipart, part("name", "Ana").slice(0, -3)), [400]],
  ["a part without a name", post("/en/contact", multipart, "--x\r\n\r\nAna\r\n--x--\r\n"), [400]],
  ["ten thousand fields", post("/en/contact", urlencoded, "a=1&".repeat(10_000)), [413]],
  ["ten thousand parts", post("/en/contact", multipart, `${part("a", "1").repeat(10_000)}--x--`), [413]],
  ["two megabytes", post("/en/contact", urlencoded, `message=${"a".repeat(2_000_000)}`), [413]],
  // Calls of server actions, which earlier releases had
  ["an action nobody has", post("/en/contact", multipart, "--x--\r\n", { "next-action": "zzz" }), [400, 422]],
  [
    "an action called by its prototype",
    post("/en/contact", multipart, `${part("0", '["$1:__proto__:then"]')}--x--\r\n`, { "next-action": "constructor" }),
    [422],
  ],
  [
    "an action with a chunk that runs",
    post(
      "/en/contact",
      multipart,
      `${part("0", '{"then":"$1:__proto__:then","status":"resolved_model","value":"{}","_response":{"_prefix":"1","_formData":{"get":"$1:constructor:constructor"}}}')}${part("1", '"$@0"')}--x--\r\n`,
      { "next-action": "x" },
    ),
    [400, 422],
  ],
  [
    "an action with a text",
    post("/en/contact", "text/plain;charset=UTF-8", '["$F1","$@x"]', { "next-action": "x" }),
    [415],
  ],
  ["an action without its arguments", post("/en/inquiry", multipart, "--x--\r\n", { "next-action": "x" }), [400, 422]],
  // From elsewhere
  ["a post from another site", post("/en/contact", urlencoded, "name=Ana", { origin: "https://evil.example" }), [403]],
  ["a post from a sandbox", post("/en/contact", urlencoded, "name=Ana", { origin: "null" }), [403]],
  [
    "a post from a frame elsewhere",
    post("/en/contact", urlencoded, "name=Ana", { "sec-fetch-site": "cross-site" }),
    [403],
  ],
  [
    "a post from another site that names itself as host",
    post("/en/contact", urlencoded, "name=Ana", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }),
    [403],
  ],
  [
    "a post from another site under its own name",
    post("/en/contact", urlencoded, "name=Ana", { origin: "http://evil.example", host: "evil.example" }),
    [421],
  ],
  [
    "a call of an action from another site",
    post("/en/contact", multipart, `${part("_1_name", "Ana")}--x--\r\n`, {
      origin: "https://evil.example",
      "next-action": "x",
    }),
    [403],
  ],
];
