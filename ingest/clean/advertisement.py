"""Labels of advertisements and of paid content."""

from __future__ import annotations

from ingest.clean.engine.rule import Pattern, Phrases, Rule
from ingest.model import Kind

KIND: Kind = "advertisement"

RULES: tuple[Rule, ...] = (
    Phrases(
        rule="ad-label",
        reason="The whole line is the label of an advertisement.",
        text="""
        advertisement | advertisement # | advertisements | advertisement advertisement | advertisment |
        advertising | advertise | ad feedback | advertorial | - ad - | sponsored | sponsored by |
        sponsored content | sponsored links | sponsored stories | sponsored post | sponsored advertisement |
        paid advertisement | paid content | paid post | paid partnership | partner content | promoted |
        promoted by | promoted by taboola | promoted content | promoted stories | presented by |
        supported by | powered by | in partnership with | ads by google | google ads | taboola |
        by taboola | outbrain | anzeige | anzeigen | werbung | gesponsert | bezahlte anzeige | publicité |
        annonce | sponsorisé | contenu sponsorisé | publicidad | anuncio | patrocinado |
        contenido patrocinado | publicidade | anúncio | conteúdo patrocinado | pubblicità |
        annuncio pubblicitario | contenuto sponsorizzato | advertentie | gesponsord | reklama |
        materiał sponsorowany | inzerce | reklame | annonse | annons | sponset innhold | mainos | реклама |
        на правах рекламы | 広告 | スポンサーリンク | pr | 광고 | 广告 | 廣告 | إعلان
        """,
    ),
    Phrases(
        rule="ad-word",
        reason="The line is a short word that labels advertisements, and stands among other page furniture.",
        text="""
        ad | ads | promo | publi | pub
        """,
        weak=True,
    ),
    Pattern(
        rule="ad-continues",
        reason="The line says that the text goes on after an advertisement.",
        pattern=(
            r"(?:advertisement|ad|anzeige|publicidad|publicité|werbung)?[\s.:|–—-]*"
            r"(?:(?:the |this )?(?:story|article|report|content|post) continues? (?:below|after"
            r"|underneath)\b.*"
            r"|(?:scroll|swipe|keep scrolling)(?: down)? (?:to|for) (?:continue|read|keep|more)\b.*"
            r"|continue reading(?: the main story| below| after the ad.*)?$"
            r"|continued? (?:reading )?below(?: (?:the )?(?:ad|advertisement|video).*)?$"
            r"|(?:der )?(?:artikel|text|beitrag) (?:wird|geht) (?:unter(?:halb)?|nach) (?:der|dieser) "
            r"(?:anzeige|werbung) (?:fortgesetzt|weiter)\b.*"
            r"|weiter nach der (?:anzeige|werbung).*"
            r"|la suite après (?:cette|la) publicité.*"
            r"|(?:(?:la |el )?(?:noticia|nota|artículo|información|texto) )?(?:continúa|sigue) (?:leyendo "
            r")?(?:después|tras|debajo) de (?:la|esta) publicidad.*"
            r"|continua (?:após|depois d)a? ?(?:a )?publicidade.*"
            r"|continua (?:a leggere )?dopo (?:la|il) (?:pubblicità|annuncio).*"
            r"|(?:het |de )?(?:artikel|tekst|verhaal) (?:gaat|loopt) (?:verder|door) (?:onder|na) de "
            r"(?:advertentie"
            r"|video).*"
            r"|(?:dalsza część|ciąg dalszy) (?:artykułu|tekstu)? ?(?:pod|poniżej|za) (?:reklamą|materiału"
            r"|wideo).*"
            r"|(?:článek|text) pokračuje (?:pod|po) (?:reklam|inzer).*"
            r"|(?:saken|artikkelen|artikeln|artiklen) fortset?ter (?:under|nedenfor|efter).*"
            r"|(?:продолжение|читайте далее) (?:после|под) реклам.*)"
        ),
        max_words=12,
    ),
    Pattern(
        rule="ad-failed",
        reason="The line is a message or a button of an advertisement slot.",
        pattern=(
            r"(?:this advertisement has not loaded.*|this ad (?:will end|has not loaded|has failed"
            r"|could not|is not (?:supported|available))\b.*|why (?:am i seeing "
            r")?this ad\b.*"
            r"|report (?:this )?ad$|remove ads?$|hide ads?$|skip ad\b.*|close ad$|go ad[- ]?free\b.*"
            r"|(?:learn )?more about (?:our )?ads?$|about (?:our|these) ads$|advertise (?:with|on) (?:us"
            r"|(?:this|our) (?:site|website|page)|[\w-]+\.[a-z]{2,6})$"
            r"|(?:thanks|thank you) for watching!? visit .*|visit advertiser.*|ad(?:vertisement)? (?:in "
            r")?\d+ "
            r"(?:sec|of)\b.*"
            r"|ad choices$|adchoices$|ad - ?\d+.*)"
        ),
        max_words=12,
    ),
    Pattern(
        rule="ad-affiliate",
        reason="The line declares that links or products earn the publisher a commission.",
        pattern=(
            r"(?:(?:when|if) you (?:buy|purchase|click|shop|make)\b.{0,90}\b(?:we|site|[\w.]+) (?:may|might"
            r"|will|could|can) (?:also )?(?:earn|receive|get|make|collect)\b.*"
            r"|(?:we|our site|this site|[\w.]+)(?: [\w.]+)? (?:may|might|will|could|can) (?:also )?(?:earn"
            r"|receive|get|make|collect) "
            r"(?:an? |some )?(?:small |affiliate |share |portion )*(?:commission|compensation|of sales|of "
            r"revenue|fee)\b.*\b(?:links?|buy|purchases?|shop)\b.*"
            r"|we (?:may |can |might )?(?:also )?(?:earn|receive|get) (?:an? )?(?:small |affiliate )*"
            r"commissions?\b"
            r".*\b(?:links?|buy|purchases?|shop)\b.*"
            r"|(?:this|our|the) (?:post|article|page|site|story|links?|website"
            r"|guide)\b.{0,40}\b(?:contains?|uses?|includes?|may contain|are)\b.{0,20}\baffiliate links?\b.*)"
        ),
        words=("affiliate commission commissions compensation"),
        max_words=60,
    ),
    Pattern(
        rule="ad-sponsor",
        reason="The line names who paid for this place.",
        pattern=(
            r"(?:sponsored|promoted|presented|supported|powered) (?:content )?(?:by|from)\b[^.!?]*$"
            r"|(?:paid|sponsored|partner) (?:content|post|message) (?:by|from|for)\b[^.!?]*$"
            r"|(?:sponsored|promoted|advertisement|anzeige|publicidad) ?[:|•]\s*[^.!?]*$"
            r"|(?:sponsored|promoted) (?:links|stories|posts)(?: (?:by|from|around) \S+(?: \S+)?)?$"
        ),
        max_words=8,
    ),
    Pattern(
        rule="ad-blocker",
        reason="The line asks the reader to switch off an ad blocker.",
        pattern=(
            r"(?:we(?:'ve| have)? (?:detected|noticed)|it (?:looks like|seems)|please|ads (?:help|pay|keep)"
            r"|(?:turn|switch) off|disable|whitelist)\b.*\bad[- ]?block(?:er|ers|ing)?\b.*"
        ),
        words="adblock adblocker adblockers blocker blockers ad-blocker ad-blockers ad-blocking blocking",
        max_words=40,
    ),
)
