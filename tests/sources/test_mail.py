"""Mails, mailboxes and saved pages: the HTML part first, what the header says carried with it."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Document, Raw, Reject
from ingest.process import process
from ingest.sources.reading import limits
from reading import STORY, only, outcomes, read_bytes, refused

PAGE = f"<html><body><h1>Fähre fährt wieder</h1><p>{STORY}</p><p>Größere Schiffe folgen.</p></body></html>"


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    told = {
        "Subject": "Fähre fährt wieder",
        "From": "Harbour Letter <letter@harbour.example>",
        "Date": "Tue, 03 Mar 2026 19:00:00 +0100",
        "Message-ID": "<7@harbour.example>",
        "List-Id": "<letter.harbour.example>",
    }
    for name, value in (told | headers).items():
        message[name] = value
    return message


def newsletter(**headers: str) -> EmailMessage:
    message = mail(**headers)
    message.set_content(STORY)
    message.add_alternative(PAGE, subtype="html", charset="iso-8859-1")
    message.add_attachment(b"<p>No article.</p>", maintype="text", subtype="html", filename="terms.html")
    return message


def made(raw: Raw | Reject) -> Document:
    assert isinstance(raw, Raw)
    document = process(raw)
    assert isinstance(document, Document)
    return document


def test_a_newsletter() -> None:
    """The HTML part is the article; subject, sender and date fill what it lacks, the rest is extra."""
    raw = only(read_bytes(newsletter().as_bytes(), "a.eml"))
    assert raw.format == "html"
    assert raw.data == (PAGE + "\n").encode("iso-8859-1")
    document = made(raw)
    assert "Größere Schiffe" in document.text
    assert (document.byline, document.published_from) == ("Harbour Letter", "carrier")
    assert document.published_at == datetime(2026, 3, 3, 18, tzinfo=UTC)
    assert document.extra == '{"from": "letter@harbour.example", "list_id": "<letter.harbour.example>"}'


def test_plain_text_alone() -> None:
    """A mail without HTML is read as text, with the subject as its title."""
    message = mail(**{"Archived-At": "<https://lists.harbour.example/7>"})
    message.set_content(f"{STORY}\n\nGrößere Schiffe folgen.", cte="quoted-printable")
    document = made(only(read_bytes(message.as_bytes(policy=SMTP), "a.eml")))
    assert (document.media_type, document.title) == ("text/plain", "Fähre fährt wieder")
    assert document.canonical_url == "https://lists.harbour.example/7"
    assert document.text.rstrip().endswith("Größere Schiffe folgen.")


@pytest.mark.parametrize("charset", ["us-ascii", "utf-8", "iso-8859-1", "no-such-thing"])
def test_a_charset_that_lies(charset: str) -> None:
    """A mail in Windows-1251 that claims something else is still read right."""
    body = "Паром в Нортхейвен снова ходит с понедельника, сообщила администрация порта.".encode("cp1251")
    head = f"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
    assert made(only(read_bytes(head.encode() + body, "a.eml"))).text.startswith("Паром в Нортхейвен")


@pytest.mark.parametrize("date", ["yesterday", "Tue, 99 Mar 2026 99:00:00 +0100", ""])
def test_dates_that_are_none(date: str) -> None:
    """A mail with an invalid date has none, and is read."""
    data = f"Subject: x\r\nMIME-Version: 1.0\r\nDate: {date}\r\n\r\n{STORY}".encode()
    assert made(only(read_bytes(data, "a.eml"))).published_at is None


def test_a_mailbox() -> None:
    """Every mail is an article whose id is that of the message, so that it may move in the mailbox."""
    messages = [newsletter(**{"Message-ID": f"<{n}@harbour.example>"}).as_bytes() for n in range(3)]
    separated = [
        b"From letter@harbour.example Tue Mar  3 19:00:00 2026\n" + each + b"\n" for each in messages
    ]
    found = read_bytes(b"".join(separated), "a.mbox")
    assert [item.source_uri for item in found] == ["a.mbox#1", "a.mbox#2", "a.mbox#3"]
    moved = read_bytes(b"".join(separated[1:]), "a.mbox")
    assert [made(item).doc_id for item in found[1:]] == [made(item).doc_id for item in moved]


def test_a_sentence_that_begins_like_a_separator() -> None:
    """A line that begins with From in the middle of a mail does not end it."""
    body = f"{STORY}\n\nFrom Monday on it is daily.\nFrom here Mon Mar 3 2026 on.\n"
    data = f"From a@b.example Tue Mar  3 19:00:00 2026\nMessage-ID: <1@b.example>\n\n{body}".encode()
    assert only(read_bytes(data, "a.mbox")).data.decode() == body


def test_bad_mails_cost_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail without text and one above the limit are rejects among others."""
    monkeypatch.setattr(limits, "MAX_DOCUMENT", 2000)
    line = "From a@b.example Tue Mar  3 19:00:00 2026\nMessage-ID: <1@b.example>\n"
    bodies = [
        f"\n{STORY}\n\n",
        "Content-Type: image/png\n\nx\n\n",
        "\n" + "x\n" * 2000 + "\n",
        f"\n{STORY}\n",
    ]
    found = outcomes("".join(line + body for body in bodies).encode(), "a.mbox")
    assert [code for _, code in found] == ["text", "no_text", "too_large", "text"]
    assert refused(read_bytes(b"no mailbox at all", "a.mbox")).code == "malformed"


SAVED = f"""From: <Saved by a browser>
Snapshot-Content-Location: https://harbour.example/ferry?id=7
Subject: =?utf-8?Q?F=C3=A4hre?=
Date: Tue, 03 Mar 2026 19:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: text/html
Content-Location: https://harbour.example/ferry?id=7
Content-Transfer-Encoding: quoted-printable

<html><body><p>{STORY}</p><p>Gr=C3=B6=C3=9Fere Schiffe folgen.</p></body></html>
------x
Content-Type: text/css
Content-Location: https://harbour.example/style.css

p {{ color: red }}
------x--
"""


def test_a_saved_page() -> None:
    """The page in an MHTML file has its address from there; when it was saved is no date of publication."""
    data = SAVED.replace("\n", "\r\n").encode()
    raw = only(read_bytes(data, "a.mhtml"))
    document = made(raw)
    assert document.canonical_url == "https://harbour.example/ferry?id=7"
    assert "Größere Schiffe" in document.text
    assert (document.title, document.published_at) == ("Fähre", None)
    no_page = data.replace(b"text/html", b"text/plain")
    assert refused(read_bytes(no_page, "a.mhtml")).code == "no_text"


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (newsletter().as_bytes(), "html"),
        (b"From a@b.example Tue Mar  3 19:00:00 2026\n" + newsletter().as_bytes(), "html"),
        (SAVED.encode(), "html"),
        (b"From: the harbour office\n\n" + STORY.encode(), "text"),
    ],
)
def test_mails_without_a_name(data: bytes, form: str) -> None:
    """Mails, mailboxes and saved pages are recognised by their headers; two lines like a header are none."""
    assert [item.format for item in read_bytes(data, "") if isinstance(item, Raw)] == [form]


@given(st.binary(max_size=300), st.sampled_from(["a.eml", "a.mbox", "a.mhtml"]))
def test_no_bytes_fail(data: bytes, name: str) -> None:
    """Whatever the bytes, the outcome is articles and rejects that say what is wrong."""
    for prefix in (
        b"",
        b"From a Tue Mar  3 19:00:00 2026\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
    ):
        assert "failed" not in [code for _, code in outcomes(prefix + data, name)]
