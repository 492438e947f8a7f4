"""Pointers to other articles: single lines such as `SEE ALSO: …`, and headings with a list below them."""

from __future__ import annotations

from ingest.clean.blocks.rails import rails, subject_rails
from ingest.clean.engine.rule import Finder, Pattern, Phrases, Rule
from ingest.model import Kind

KIND: Kind = "related"

RULES: tuple[Rule, ...] = (
    Phrases(
        rule="related-heading",
        reason="The whole line is a heading over links to other articles.",
        text="""
        must read | must reads | must-read | must-reads | must watch | read more | read also | read next |
        also read | also see | see also | see more | also on | more articles | more stories | more news |
        more headlines | more coverage | more reading | more like this | more on this | more on this story |
        more on this topic | more from this section | more from this author | more from the web |
        more from around the web | around the web | from around the web | from the web | from our partners |
        from our network | latest article | latest articles | latest news | latest stories |
        latest headlines | latest posts | latest videos | the latest | recent articles | recent news |
        recent posts | recent stories | related | related article | related articles | related content |
        related coverage | related links | related news | related post | related posts | related reading |
        related stories | related story | related to this story | related topics | related tags |
        related video | related videos | related items | recommended | recommended articles |
        recommended for you | recommended reading | recommended stories | recommended by |
        recommended content | recommended videos | we recommend | editor's pick | editor's picks |
        editors' picks | editor's choice | editors' choice | featured | featured articles |
        featured stories | featured posts | top stories | top news | top headlines | today's top stories |
        today's headlines | trending | trending now | trending stories | trending topics | trending news |
        trending articles | trending on | now trending | what's trending | most popular |
        most popular stories | most read | most read stories | most viewed | most shared | most commented |
        most recent | most recent stories | most watched | popular | popular articles | popular now |
        popular posts | popular stories | popular on | popular news | you may also like |
        you might also like | you may also be interested in | you might also be interested in |
        you might be interested in | you may be interested in | you may like | you might like |
        you may have missed | you might have missed | in case you missed it | icymi | don't miss |
        do not miss | don't miss out | dont miss | what to read next | up next | next up | keep reading |
        further reading | stories for you | for you | suggested for you | suggested articles |
        suggested reading | similar articles | similar stories | similar posts | other news |
        other stories | other articles | more to explore | more to read | more great stories |
        explore more | discover more | source link | mehr zum thema | mehr zu diesem thema | mehr dazu |
        mehr von | zum thema | zum weiterlesen | auch interessant | das könnte sie auch interessieren |
        das könnte dich auch interessieren | das könnte ihnen auch gefallen | lesen sie auch |
        lesen sie mehr | lesen sie mehr zum thema | lesen sie dazu auch | mehr lesen | weiterlesen |
        weitere artikel | weitere meldungen | weitere nachrichten | weitere themen | weiterführende links |
        ähnliche artikel | verwandte artikel | verwandte themen | empfohlen | empfehlungen der redaktion |
        meistgelesen | meistgelesene artikel | neueste artikel | neueste nachrichten | aktuelle meldungen |
        top-themen | à lire aussi | a lire aussi | lire aussi | à lire également | à voir aussi |
        voir aussi | lire la suite | en lire plus | sur le même sujet | sur le même thème | articles liés |
        articles similaires | articles recommandés | les plus lus | le plus lu | nos articles |
        plus d'articles | lee también | leer también | lee más | leer más | te puede interesar |
        te puede gustar | le puede interesar | también te puede interesar | puede interesarte |
        más información | más noticias | noticias relacionadas | artículos relacionados |
        contenido relacionado | relacionado | lo más leído | lo más visto | últimas noticias | ver también |
        ver más | no te pierdas | leia também | leia mais | veja também | veja mais | saiba mais |
        mais lidas | mais lidos | mais notícias | notícias relacionadas | artigos relacionados |
        relacionadas | últimas notícias | leggi anche | leggi tutto | per approfondire |
        articoli correlati | notizie correlate | potrebbe interessarti | ti potrebbe interessare |
        potrebbe interessarti anche | i più letti | più letti | ultime notizie | lees ook | lees meer |
        lees verder | meer nieuws | meer over dit onderwerp | gerelateerde artikelen | gerelateerd |
        meest gelezen | laatste nieuws | zobacz także | zobacz też | zobacz również | czytaj także |
        czytaj też | czytaj więcej | przeczytaj także | przeczytaj też | polecane | polecamy | najnowsze |
        najpopularniejsze | najczęściej czytane | podobne artykuły | powiązane artykuły | čtěte také |
        čtěte dále | čtěte více | přečtěte si také | mohlo by vás zajímat | související články |
        související | nejčtenější | les også | les mer | les også disse | flere saker | mest lest |
        relaterte saker | siste nytt | läs också | läs även | läs mer | mest lästa | relaterade artiklar |
        senaste nytt | læs også | læs mere | mest læste | lue myös | lue lisää | читайте также |
        читать далее | смотрите также | по теме | похожие статьи | похожие материалы | самое читаемое |
        популярное | последние новости | 関連記事 | 関連ニュース | おすすめ記事 | あわせて読みたい |
        人気記事 | 最新記事 | 続きを読む | 관련기사 |
        관련 기사 | 相关阅读 | 相关新闻
        """,
        heads=True,
    ),
    Pattern(
        rule="related-link",
        reason="The line points to another article: it opens with words such as “read more” and a colon.",
        pattern=(
            r"(?:see also|see more|read also|also read|also see|read more|read next|watch also|also watch"
            r"|must read|related|related (?:article|story|stories|video|coverage|news|post|link)s?|don't "
            r"miss|more on this|further reading|recommended|you may also like|you might also like|keep "
            r"reading|next up|up next|in case you missed it|icymi|editor's pick|from the archives?|lesen "
            r"sie auch|lesen sie (?:dazu|hier|mehr|dazu auch|hier mehr)|mehr (?:zum thema|dazu|lesen)|auch "
            r"interessant|zum thema|passend dazu|hintergrund|(?:à|a) (?:lire|voir|écouter)(?: aussi| "
            r"également)?|lire aussi|voir aussi|lee también|leer también|lea también|lea además|le puede "
            r"interesar|te puede interesar|también (?:lee|te puede interesar)|más información|ver también"
            r"|mira también|leia também|leia mais|veja também|saiba mais|leggi anche|leggi pure|per "
            r"approfondire|guarda anche|lees ook|kijk ook|bekijk ook|zobacz także|zobacz też|zobacz "
            r"również|czytaj też|czytaj także|czytaj również|przeczytaj także|čtěte také|přečtěte si(?: "
            r"také)?|mohlo by vás zajímat|les også|läs också|läs även|læs også|se også|lue myös|читайте "
            r"также|смотрите также|читать также"
            r"|関連記事|関連|あわせて読みたい|관련기사)(?: here)? ?(?:[:：►▶»|>→]|(?: [-–—] "
            r")) ?\S.*"
        ),
        max_words=30,
        spares_headline=True,
    ),
    Pattern(
        rule="related-link-word",
        reason="The line points to another article: a word such as “watch”, a colon and a headline.",
        pattern=(
            r"(?:read|more|watch|next|explore|explainer|trending|in pictures|in photos|podcast|quiz"
            r"|video(?!.{0,20}\d[a-z])) ?[:：►▶|>→] ?\S.*"
        ),
        max_words=25,
        spares_headline=True,
        open_end=True,
    ),
    Pattern(
        rule="related-more",
        reason="The line leads to other articles of the site.",
        pattern=(
            r"(?:(?:more|latest|read more|see more|see all|view all|browse|explore more|recent|top|all) "
            r"(?:stories|articles|news|posts|headlines|coverage|videos|content|reporting|stories and videos) "
            r"(?:from|by|on|about|in|for|like|at)\b[^.!?]{0,60}$"
            r"|(?:read|see|view|get|find|discover) (?:more|all|the full|full|the latest"
            r"|other)\b[^.!?,]{0,30}\b(?:stories|articles|news|posts|headlines|coverage|here|stor(?:y|ies) "
            r"here|videos)\W{0,3}$"
            r"|(?:also|other) (?:from|in|on) [^.!?,:]{2,30}$"
            r"|click here (?:to|for) (?:read|see|view|watch|learn|find|more|get|the|download)\b.{0,90}$"
            r"|(?:to "
            r")?read (?:the|this) (?:full|original|whole|rest of the) (?:story|article|report|post)\b.{0,60}$"
            r"|get access to .{0,60}articles?.*|(?:read|view) full (?:article|story|post).{0,30}$|view (?:all"
            r"|full|more)(?: \(?\d+\)?)?$"
            r"|(?:for more|follow) .{2,60}(?:coverage|visit our|click here|go to|see our)\b.*"
            r"|(?:people|readers|others) (?:also|are also|who read this) (?:read|reading|liked|searched"
            r"|viewed|ask)\b.*)"
        ),
        max_words=18,
    ),
    Pattern(
        rule="related-more-heading",
        reason="The line is a heading over more articles on a subject or from a place.",
        pattern=(
            r"(?:more from|most read (?:in|on)|popular (?:in|on)|top stories (?:in|from)"
            r"|mehr von|weitere (?:artikel|themen|nachrichten|meldungen)(?: (?:aus|von|zu|zum))?"
            r"|meer (?:uit|van)|mer fra|mer från) "
            r"(?!(?:the|an?|this|that|these|those|his|her|its|their|my|one|it|me|him|them|us|than|common|der|die"
            r"|das|dem|den|de|het|een|min|din) )"
            r"(?!.* (?:than|als|dan|enn|än) )[^\W\d][^\d.!?,:]{1,30}$"
        ),
        max_words=5,
        open_end=True,
        heads=True,
        spares_headline=True,
    ),
    Finder(rails, "related-rail"),
    Finder(subject_rails, "related-more-heading related-rail"),
)
