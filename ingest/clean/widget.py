"""Small machines of a page: weather, tickers, players, reading time, cookie notices, polls."""

from __future__ import annotations

from ingest.clean.blocks.header import header, page_date, stamps
from ingest.clean.engine.rule import Finder, Pattern, Phrases, Rule
from ingest.model import Kind

KIND: Kind = "widget"

RULES: tuple[Rule, ...] = (
    Phrases(
        rule="widget-label",
        reason="The whole line is a label or a message of a player, a poll or another widget.",
        text="""
        loading | loading... | loading comments | please wait | play | play video | play audio | pause |
        mute | unmute | replay | watch video | watch now | watch the video | video player | audio player |
        video unavailable | this video is not available | now playing | playing now | autoplay | captions |
        caption | subtitles | settings | current time | duration | duration time | remaining time |
        media player | media playback is unsupported on your device |
        media playback is not supported on this device | listen | listen now | listen to this article |
        listen to article | listen to this story | listen to this | hear this article |
        listen to the article | your browser does not support the audio element |
        your browser does not support the video tag | your browser does not support html# video |
        javascript is disabled | please enable javascript | text size | font size | font resize |
        text resize | increase font size | decrease font size | small medium large | dark mode |
        light mode | vote now | poll | take our poll | view results | view map | enlarge |
        enlarge image | enlarge this image | toggle caption | hide caption | show caption |
        click to enlarge | tap to enlarge | click to expand | click to view | add as preferred on google |
        add us as a preferred source on google | google preferred source | translate | translate this page |
        select language | powered by google translate | artikel anhören | anhören | vorlesen |
        wird geladen | lädt | video abspielen | video ansehen | bild vergrößern | écouter cet article |
        écouter l'article | chargement | lire la vidéo | escuchar | escuchar artículo | cargando |
        reproducir | ouvir | ouça este conteúdo | carregando | ascolta | ascolta l'articolo | caricamento |
        luister | posłuchaj | načítání | lytt til saken | lyssna | загрузка | слушать | got it |
        we value your privacy | enable notifications | not now |
        something went wrong | something went wrong. please try again |
        something went wrong. please try again later |
        accept all | accept cookies | accept all cookies | reject all | reject | accept |
        i accept | i agree | alle akzeptieren | akzeptieren | ablehnen | alle ablehnen | zustimmen |
        tout accepter | tout refuser | accepter | aceptar | aceptar todo | rechazar | aceitar | accetta |
        accetta tutto | rifiuta | accepteren | akceptuję | zgadzam się | přijmout vše | godta alle |
        acceptera alla | принять
        """,
    ),
    Phrases(
        rule="widget-minutes",
        reason="The line is a length of time, and stands among other page furniture.",
        text="""
        # min | # mins | # minutes | # minuten | # minutos | # мин | # sec
        """,
        weak=True,
    ),
    Pattern(
        rule="widget-reading-time",
        reason="The line tells how long it takes to read or to hear the text.",
        pattern=(
            r"(?:(?:estimated )?(?:reading|read|listening|listen|lese|lesezeit|lesedauer|temps de lecture"
            r"|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|czas czytania|doba čtení|lesetid"
            r"|lästid|время чтения|время на чтение)(?:[ -]?(?:time|zeit|dauer))?\s?[:：~]?\s?(?:about |ca\. "
            r"|approx\.? )?(?:\d+|less than (?:a|one|\d+)|under \d+)\s?(?:-\s?\d+\s?)?(?:m|min|mins"
            r"|minutes?|minuten|minutos?|minuti|minuut|sekunden|seconds?|s|мин\w*|minut\w*)?\.?"
            r"|(?:listen to (?:this )?(?:article|story)|hear this (?:article|story)|artikel anhören|escuchar"
            r"|écouter)\W{0,3}(?:\d+(?::\d+)?\s?(?:min\w*|:\d\d)?)?"
            r"|\d+(?:\s?-\s?\d+)?\s?(?:min|mins|minutes?|minuten|minutos?|minuti)\.?\s?(?:read|reading|listen"
            r"|watch|video|lesezeit|lesedauer|lesen|de lecture|de lectura|de leitura|di lettura|leestijd"
            r"|czytania|čtení|to read)(?: time)?"
            r"|この記事は約?\d+分で読めます)$"
        ),
        max_words=9,
    ),
    Pattern(
        rule="widget-text-size",
        reason="The line is a switch for the size of the letters.",
        pattern=r"(?:text|font|schrift)[ -]?(?:size|größe|grösse)\b.{0,20}$",
        max_words=9,
    ),
    Pattern(
        rule="widget-age",
        reason="The line warns that the article is old.",
        pattern=r"(?:this article|article) is (?:more than|over) \d+ (?:years?|months?) old$",
        max_words=9,
    ),
    Pattern(
        rule="widget-browser",
        reason="The line is a message about the browser, a script, a player or a download.",
        pattern=(
            r"(?:(?:please )?(?:enable|turn on|activate|allow) (?:javascript|cookies)\b.*|.{0,40}javascript "
            r"(?:is|must be|seems to be|appears to be|needs to be) (?:disabled|enabled|turned off"
            r"|required)\b.*|.{0,60}\brequires? javascript\b.*|(?:you need|to use|to view|to see|this (?:site"
            r"|page|video|form|content)).{0,60}\b(?:javascript|cookies|browser)\b.*"
            r"|.{0,60}\byour browser (?:does not|doesn't|is not|isn't|is out of date|do not)\b.*|(?:ihr"
            r"|dein) "
            r"browser unterstützt.{0,60}|votre navigateur ne.{0,80}|tu navegador no.{0,80}|seu navegador "
            r"não.{0,80}|twoja przeglądarka.{0,80}"
            r"|(?:sorry|we apologi[sz]e|oops|error)\b.{0,60}\b(?:video|player|content|failed to load"
            r"|unavailable|not available|try again)\b.*|(?:this )?(?:video|content|player|media)(?: "
            r"\w+){0,2} "
            r"(?:is|are|could|has|can|cannot|can't|may) (?:not |no longer )?(?:be )?(?:unavailable|available"
            r"|loaded|played|load|loading|failed|removed|playing|blocked).{0,60}$"
            r"|try refreshing (?:your|the) (?:browser|page).*|(?:tap|click) (?:here )?(?:to|for) (?:see|watch"
            r"|play|view|unmute|listen|hear|enlarge|expand|zoom|load|open|download|other|reveal|show|copy"
            r"|start|full).*"
            r"|(?:to )?(?:view|see|watch|display|play) this (?:video|content|embed|post"
            r"|media)\b.{0,120}\b(?:accept|consent|enable|cookies|javascript|settings)\b.*"
            r")$"
        ),
        words=(
            "javascript browser browsers cookies player refreshing load unavailable available "
            "navigateur navegador przeglądarka tap click video content sorry oops error media"
        ),
        max_words=32,
    ),
    Pattern(
        rule="widget-consent",
        reason="The line asks for consent to cookies or to content of another site.",
        pattern=(
            r"(?:(?:we (?:use|and our|and \w+ partners|value|store|process|place|set|may use|also use"
            r"|care)|this (?:site|website|page) (?:uses|stores|sets|may|and|asks)|our (?:site|website"
            r"|partners)|by (?:using|continuing|clicking|browsing|visiting) (?:this|our|the|to use|to "
            r"browse|on|any)|wir (?:verwenden|nutzen|setzen|speichern|benötigen|und unsere)|diese (?:seite"
            r"|website) (?:verwendet|nutzt|setzt)|nous (?:utilisons|et nos)|ce site (?:utilise|et)"
            r"|utilizamos|usamos|este (?:sitio|site) (?:web )?(?:utiliza|usa)|questo sito (?:utilizza|usa)"
            r"|deze (?:site|website) (?:gebruikt|maakt)|(?:ta )?strona (?:używa|korzysta|wykorzystuje)"
            r"|tato stránka používá)\b.{0,200}\b(?:cookies?|datenschutzerklärung|privacy policy|privacy "
            r"notice|ciasteczk\w+"
            r"|cookie policy|terms of (?:use|service))\b.*"
            r"|(?:empfohlener|externer|eingebundener|eingebetteter) (?:redaktioneller |externer )?inhalt.*"
            r"|an "
            r"dieser stelle (?:finden|befindet|steht|ist|würde|sehen|wird).{0,160}(?:inhalt|inhalte|embed"
            r"|video|twitter|x|facebook|instagram|youtube)\b.*"
            r"|(?:mit (?:dem )?(?:laden|klick|anzeigen|aktivieren)|ich bin damit einverstanden|hiermit "
            r"willige).{0,240}(?:datenschutz|drittplattform|externe inhalte|personenbezogene|youtube|twitter"
            r"|instagram|facebook).*"
            r"|(?:this|the) (?:content|video|post|embed) is (?:hosted|provided|shared) by (?:a third[- ]party"
            r"|an external|youtube|twitter|facebook|instagram)\b.*|(?:ce contenu|este contenido|este conteúdo"
            r"|questo contenuto).{0,120}(?:bloqué|cookies|bloqueado|terzi|tiers|bloccato).*"
            r"|(?:allow|accept|load|show|view) (?:all )?(?:external |third[- ]party |embedded )?(?:cookies"
            r"|content|media|tweets?|posts?|embeds?)(?: (?:from|and|by|content)\b.{0,60})?$"
            r"|(?:do not sell|manage|update|change|review)(?: or share)? (?:my|your|our)? ?(?:personal "
            r"(?:information|data)|cookie|cookies|privacy|consent|preferences)\b.{0,40}$)"
        ),
        words=(
            "cookie cookies datenschutz datenschutzerklärung privacy terms ciasteczka inhalt inhalte "
            "drittplattform drittplattformen personenbezogene hosted provided shared bloqué bloqueado "
            "bloccato terzi tiers consent einverstanden preferences content embeds personal"
        ),
        max_words=60,
    ),
    Pattern(
        rule="widget-quote",
        reason="The line is a cell of a market ticker or a notice about market data.",
        pattern=(
            r"[a-z&. ]{0,20}[$€£¥]?\d[\d,.]*\s?(?:[▲▼△▽↑↓+−-]\s?)+[$€£]?\d[\d,.]*"
            r"(?:\s?\(?[+−-]?\d[\d,.]*)?\s?%\)?$"
            r"|(?:quotes|market data|data|prices)\b.{0,60}\b(?:delayed|real[- ]time)\b.*(?:minutes?|delayed"
            r"|provided).*$"
        ),
        max_words=25,
    ),
    Pattern(
        rule="widget-ago",
        reason="The line tells how long ago the page was published or changed.",
        pattern=(
            r"(?:(?:last )?(?:updated|published|posted|modified):? )?(?:(?:an?|\d+) (?:second|minute|hour"
            r"|day|week|month)s? ago"
            r"|vor \d+ (?:minuten?|stunden?|tag(?:en)?)|il y a \d+ (?:minutes?|heures?|jours?)|hace \d+ "
            r"(?:minutos?|horas?|días?)"
            r"|há \d+ (?:minutos?|horas?|dias?)|\d+ (?:минут|час|дн)\w* назад)$"
        ),
        max_words=7,
    ),
    Pattern(
        rule="widget-player",
        reason="The line is the clock of a player.",
        pattern=r"\d{1,2}:\d{2} ?/ ?-?\d{1,2}:\d{2}$",
        max_words=3,
    ),
    Pattern(
        rule="widget-code",
        reason="The line is program code or a place holder that was meant for the browser.",
        pattern=(
            r"(?:googletag\.|window\.[\w.]+ ?[=(]|datalayer\.push|(?:var|let|const) \w+ ?= ?\S"
            r"|function ?\w*\(|document\.\w+[.(]|\$\(|try ?\{).*"
            r"|[\w.#>: -]{1,60}\{ ?[\w-]+ ?: ?[^{}]*;?.*"
            r"|/?(?:div|span|script|iframe|ins|img|style|section|figure) "
            r"(?:class|id|src|style|data-[\w-]+)=.*"
            r"|/?(?:caption|adrotate|gallery|embed|vc_\w+|et_pb_\w+) (?:id|ids|banner|group|width|align)=.*"
        ),
        max_words=60,
    ),
    Finder(header, "widget-weather"),
    Finder(page_date, "widget-date widget-counter"),
    Finder(stamps, "widget-date"),
)
