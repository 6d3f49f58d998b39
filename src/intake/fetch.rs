//! Addresses to bytes: the one place that opens a connection, and only for an address that was given.
//!
//! ```text
//!     https://example.org/ferries ─► redirects ─► 200, text/html; charset=… ─► bytes, at most so many
//!                                            └──► 403, no answer, too large … ─► one line that says so
//! ```
//!
//! No cookies are kept, no scripts run, nothing besides the page is loaded. A proxy is taken from the environment, as
//! other programs take it. Redirects are followed from http to https and back, as pages are linked.

use std::time::Duration;

use ureq::{Agent, Error, Proxy, ResponseExt, http};

use super::system::plain;

/// How long a whole page may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The most bytes of a page, unpacked.
const LARGEST_PAGE: u64 = 32 << 20;

/// The most redirects that are followed.
const REDIRECTS: u32 = 10;

/// What to do where a site does not give its pages to programs.
const SAVE_IT: &str = "save the page from a browser and open the file";

/// What is said of an answer whose head is out of all bounds.
const LONG_HEAD: &str = "an answer with too many headers, or too long ones";

/// A page as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Its media type, `text/html`, if one is stated.
    pub(super) media_type: Option<String>,
    /// Its encoding, if one is stated.
    pub(super) charset: Option<String>,
    /// Where it stands, after all redirects.
    pub(super) address: String,
}

/// How far fetching goes.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    patience: Duration,
    largest: u64,
}

/// Fetches a page.
///
/// # Errors
///
/// If there is none, or it does not come in time or in bounds: a few words in lower case.
pub(super) fn page(address: &str) -> Result<Page, String> {
    page_within(address, Bounds { patience: PATIENCE, largest: LARGEST_PAGE })
}

fn page_within(address: &str, bounds: Bounds) -> Result<Page, String> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(bounds.patience))
        .max_redirects(REDIRECTS)
        .max_redirects_will_error(true)
        .http_status_as_error(false)
        .proxy(Proxy::try_from_env())
        .user_agent(concat!("diptych/", env!("CARGO_PKG_VERSION")))
        .accept("text/html, application/xhtml+xml, text/plain, text/markdown, */*;q=0.5")
        .build()
        .new_agent();
    let trouble = |error: Error| said(&error, bounds);
    let mut response = agent.get(address).call().map_err(trouble)?;
    if !response.status().is_success() {
        return Err(refused(response.status()));
    }
    let address = response.get_uri().to_string();
    let body = response.body_mut();
    let (media_type, charset) = (body.mime_type().map(str::to_lowercase), body.charset().map(str::to_owned));
    // Of a media type without a charset the library makes one up.
    let stated = response.headers().get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let charset = charset.filter(|_| stated.is_some_and(|stated| stated.to_ascii_lowercase().contains("charset")));
    let bytes = response.body_mut().with_config().limit(bounds.largest).read_to_vec().map_err(trouble)?;
    Ok(Page { bytes, media_type, charset, address })
}

/// Says in a few words what a status means.
fn refused(status: http::StatusCode) -> String {
    let named = status.to_string().to_lowercase();
    match status.as_u16() {
        401 | 402 | 403 | 405 | 406 | 429 | 451 | 503 => format!("refused ({named}); {SAVE_IT}"),
        404 | 410 => format!("no such page ({named})"),
        _ => format!("the server answered {named}"),
    }
}

/// Says in a few words what went wrong.
fn said(error: &Error, bounds: Bounds) -> String {
    match error {
        Error::HostNotFound => "no such host, or no network".to_owned(),
        Error::ConnectionFailed => "no connection".to_owned(),
        Error::Timeout(_) => format!("no answer within {} seconds", bounds.patience.as_secs().max(1)),
        Error::TooManyRedirects => format!("more than {REDIRECTS} redirects"),
        Error::RedirectFailed => "a redirect that leads nowhere".to_owned(),
        Error::BodyExceedsLimit(_) => format!("larger than {} MB", bounds.largest >> 20),
        Error::BadUri(_) | Error::Http(_) => "no address that can be fetched".to_owned(),
        Error::InvalidProxyUrl => "the proxy that the environment names is no address".to_owned(),
        Error::ConnectProxyFailed(_) => "the proxy that the environment names does not let it through".to_owned(),
        Error::Tls(_) | Error::Rustls(_) | Error::TlsRequired => {
            "no safe connection: its certificate does not hold".to_owned()
        }
        Error::LargeResponseHeader(..) => LONG_HEAD.to_owned(),
        Error::Protocol(error) => of_protocol(&error.to_string()),
        Error::Io(error) => plain(error),
        Error::Decompress(..) => "its packing is damaged".to_owned(),
        _ => "an answer that is none of HTTP".to_owned(),
    }
}

/// Says in our words what the library says of a broken answer; its type for that is not ours to name.
fn of_protocol(what: &str) -> String {
    if what.contains("location") {
        "a redirect that leads nowhere".to_owned()
    } else if what.contains("too many headers") {
        LONG_HEAD.to_owned()
    } else {
        "an answer that is none of HTTP".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{TcpListener, TcpStream};
    use std::thread;

    use super::*;

    const QUICK: Bounds = Bounds { patience: Duration::from_secs(2), largest: 1 << 20 };

    /// Serves connections with a function of the path that was asked for, and returns the address of the server.
    fn serve(answer: impl Fn(&str, &mut TcpStream) + Send + 'static) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a loopback");
        let port = listener.local_addr().expect("it is bound").port();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let mut stream = stream;
                let mut asked = [0; 2048];
                let read = stream.read(&mut asked).unwrap_or(0);
                let asked = String::from_utf8_lossy(&asked[..read]).into_owned();
                let path = asked.split(' ').nth(1).unwrap_or("/").to_owned();
                answer(&path, &mut stream);
            }
        });
        format!("http://127.0.0.1:{port}")
    }

    fn respond(stream: &mut TcpStream, status: &str, headers: &str, body: &[u8]) {
        let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
    }

    #[test]
    fn a_page_comes_with_what_is_stated_of_it() {
        let server = serve(|path, stream| match path {
            "/old" => respond(stream, "301 Moved Permanently", "Location: /new\r\n", b""),
            "/bare" => respond(stream, "200 OK", "Content-Type: text/html\r\n", b"<p>Three boats.</p>"),
            _ => respond(stream, "200 OK", "Content-Type: text/html; charset=ISO-8859-2\r\n", b"<p>Three boats.</p>"),
        });
        let page = page_within(&format!("{server}/old"), QUICK).expect("it is there");
        let expected = Page {
            bytes: b"<p>Three boats.</p>".to_vec(),
            media_type: Some("text/html".to_owned()),
            charset: Some("ISO-8859-2".to_owned()),
            address: format!("{server}/new"),
        };
        assert_eq!(page, expected);
        assert_eq!(page_within(&format!("{server}/bare"), QUICK).expect("it is there").charset, None);
    }

    #[test]
    fn each_way_to_fail_is_said_in_a_few_words() {
        let server = serve(|path, stream| match path {
            "/403" => respond(stream, "403 Forbidden", "", b""),
            "/404" => respond(stream, "404 Not Found", "", b""),
            "/500" => respond(stream, "500 Internal Server Error", "", b""),
            "/nowhere" => respond(stream, "302 Found", "", b""),
            "/heads" => respond(stream, "200 OK", &"X-Boat: 1\r\n".repeat(200), b"Three boats."),
            "/wide" => respond(stream, "200 OK", &format!("X-Boat: {}\r\n", "a".repeat(100_000)), b"Three boats."),
            "/ring" => respond(stream, "302 Found", "Location: /ring\r\n", b""),
            "/large" => respond(stream, "200 OK", "", &vec![b'a'; (1 << 20) + 1]),
            "/packed" => respond(stream, "200 OK", "Content-Encoding: gzip\r\n", b"no gzip"),
            "/bomb" => respond(stream, "200 OK", "Content-Encoding: gzip\r\n", &bomb()),
            "/slow" => {
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
                for _ in 0..40 {
                    if stream.write_all(b"a").is_err() {
                        break;
                    }
                    thread::sleep(Duration::from_millis(100));
                }
            }
            _ => drop(stream.write_all(b"Three boats.")),
        });
        let failed = |path: &str| page_within(&format!("{server}{path}"), QUICK).expect_err(path);
        assert_eq!(failed("/403"), format!("refused (403 forbidden); {SAVE_IT}"));
        assert_eq!(failed("/404"), "no such page (404 not found)");
        assert_eq!(failed("/500"), "the server answered 500 internal server error");
        assert_eq!(failed("/ring"), "more than 10 redirects");
        assert_eq!(failed("/nowhere"), "a redirect that leads nowhere");
        assert_eq!(failed("/heads"), "an answer with too many headers, or too long ones");
        assert_eq!(failed("/wide"), "an answer with too many headers, or too long ones");
        assert_eq!(failed("/large"), "larger than 1 MB");
        assert_eq!(failed("/bomb"), "larger than 1 MB");
        assert_eq!(failed("/slow"), "no answer within 2 seconds");
        assert_eq!(failed("/none"), "an answer that is none of HTTP");
        assert_eq!(failed("/packed"), "its packing is damaged");
        let gone = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
        let nobody = page_within(&format!("http://{gone}/"), QUICK).expect_err("nobody listens");
        assert_eq!(nobody, "connection refused");
        assert_eq!(page_within("http://", QUICK).expect_err("it has no host"), "no address that can be fetched");
    }

    /// Two megabytes of nothing, packed: a block of 64 kB that says itself again and again.
    fn bomb() -> Vec<u8> {
        // Stored blocks of deflate: what is packed need not be small to be too large.
        let mut packed = vec![0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255];
        for k in 0..33 {
            packed.extend([u8::from(k == 32), 0xFF, 0xFF, 0, 0]);
            packed.resize(packed.len() + 0xFFFF, b' ');
        }
        packed.extend([0; 8]);
        packed
    }
}
