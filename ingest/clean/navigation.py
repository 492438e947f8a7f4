"""Ways around a site: menus, share bars, breadcrumbs, tags, page numbers, print and log-in buttons."""

from __future__ import annotations

from ingest.clean.blocks.menus import menus
from ingest.clean.engine.rule import Finder, Pattern, Phrases, Rule
from ingest.model import Kind

KIND: Kind = "navigation"

_NETWORK = (
    r"(?:facebook|twitter|x|x \(twitter\)|instagram|linkedin|linked in|whatsapp|telegram|reddit|pinterest"
    r"|tumblr|email|e-mail|mail|print"
    r"|flipboard|pocket|messenger|threads|bluesky|mastodon|youtube|tiktok|snapchat|rss|sms|line|vk|viber|xing"
    r"|google\+?|google plus|google news"
    r"|stumbleupon|digg|copy link|copy url|link|copy|share|tweet|pin|pin it|post|save|send|bookmark|more"
    r"|comment|comments|like|follow|buffer|mix|apple news|skype|wechat|weibo|hacker news|ok|odnoklassniki"
    r"|listen|gift|discord|twitch|vimeo|spotify|soundcloud|truth social|gab|parler|myspace|delicious|evernote"
    r"|news break|newsbreak|sharethis|addthis|gmail|kakao|naver|hatena|ameba|envelope|linkedin-in|facebook-f"
    r"|share-alt)"
)

RULES: tuple[Rule, ...] = (
    Pattern(
        rule="nav-share-bar",
        reason="The line holds nothing but names of networks and buttons to share the page.",
        pattern=(
            rf"{_NETWORK}(?:[\s,|/·•&+>-]+(?:(?:and|or|via|on|by|this|article|story|with|icon|logo"
            rf"|opens? in (?:a )?new (?:window|tab))[\s,|/·•]+)?{_NETWORK}){{1,14}}(?: (?:icon|this"
            rf"|article))?$"
        ),
        max_words=24,
    ),
    Pattern(
        rule="nav-share",
        reason="The line is a button to share, print, save or follow.",
        pattern=(
            rf"(?:(?:click|tap|press|opens?) (?:here )?to (?:share|email|print|tweet|copy|save|pin"
            rf"|follow)\b.*"
            rf"|(?:share|tweet|send|pin|post|save|bookmark|print|email|e-mail|copy|follow us|like us|find us"
            rf"|join us|subscribe|recommend)(?: (?:this|it|us|the|full))?(?: (?:article|story|page|post|link"
            rf"|url|news|video|to|on|via|by|with|in|at|through|using|a friend|friends))* ?(?:{_NETWORK}"
            rf"|clipboard|friend|friends|article|story|page|url)?(?: (?:{_NETWORK}|\(opens? in (?:a )?new "
            rf"(?:window|tab)\)?|\(opens))*(?: opens? in (?:a )?new (?:window|tab))?$"
            rf"|{_NETWORK} ?(?:icon|logo|share|shares|profile|page|link|\(?opens? (?:in )?(?:a )?new "
            rf"(?:window|tab)\)?)+$"
            r"|\d+(?:\.\d+)?[km]? ?(?:shares?|views?|likes?|tweets?|reads?|followers|reactions|retweets"
            r"|pins?)$|(?:views?|total shares|reads?) ?[:]? ?\d+(?:[.,]\d+)?[km]?$"
            r"|sharing is caring.*|spread the (?:word|love|news)!?$|share this\b[^.!?]{0,40}$"
            r"|share the (?:article|story|post|page|link|news)\b[^.!?]{0,20}$"
            r"|share: ?(?!price)[^\d£$€]{0,20}$|share with your friends.*"
            r"|(?:copied|link copied|copy link to clipboard|copy to clipboard|url copied).{0,20}$|(?:toggle"
            r"|open|show|hide|close|expand|collapse) (?:the |main |site |mobile |sub-?|share |search |user "
            r"|side)?(?:menu|navigation|sub-?menu|sub-navigation|sub navigation|nav|search|sidebar|caption"
            r"|captions|gallery|image|options|panel|bar|form|dropdown|child menu|\w+ menu|\w+ submenu|dialog"
            r"|modal|popup)$"
            r"|(?:auf|bei|via|per|in|über) (?:facebook|twitter|x|whatsapp|e-mail|mail|telegram|linkedin|xing"
            r"|pinterest|pocket|messenger|flipboard|threema)(?: \w+)? (?:teilen|senden|versenden|weiterleiten"
            r"|speichern|empfehlen|folgen|twittern).*"
            r"|(?:teilen|weitersagen|teile|partager|compartir|compartilhar|condividi) (?:auf|via|per|bei"
            r"|über|sur|en|no|su) [^.!?]{1,25}$"
            r"|(?:artikel|beitrag|seite|link) (?:teilen|drucken|merken|versenden|empfehlen|kopieren|hören"
            r"|anhören|speichern|ausdrucken|vorlesen).{0,20}$|(?:teilen|drucken|merken|kopieren|versenden"
            r"|empfehlen)$"
            r"|(?:partager|imprimer|envoyer)(?: (?:sur|par|cet article|l'article|via|cette page)\b.{0,30})?$"
            r"|(?:compartir|imprimir|enviar)(?: (?:en|por|esta|este|vía|el|la)\b.{0,30})?$|(?:compartilhar"
            r"|compartilhe|imprima)(?: (?:no|via|por|esta|este|em)\b.{0,30})?$"
            r"|(?:condividi|stampa)(?: (?:su|questo|via|l'articolo)\b.{0,30})?$|(?:delen|deel)(?: (?:op|via"
            r"|dit)\b.{0,30})?$|(?:udostępnij|drukuj|podziel się)(?: .{0,25})?$|(?:sdílet|vytisknout"
            r"|tisk)(?: "
            r".{0,20})?$|(?:del|dela|skriv ut)(?: (?:på|via|artikkel|artikel)\b.{0,20})?$|(?:поделиться"
            r"|распечатать)(?: .{0,25})?$|シェア(?:する)?$|ツイート(?:する)?$|印刷(?:する)?$|공유하기$"
            r"|분享到?.{0,8}$)"
        ),
        max_words=14,
    ),
    Phrases(
        rule="nav-link",
        reason="The whole line is a link or a button that every page of a site has.",
        text="""
        skip to content | skip to main content | skip to site index | skip to navigation |
        skip to main navigation | skip to footer | skip to article | skip to search | skip to comments |
        skip links | skip navigation | jump to content | jump to navigation | jump to main content |
        accessibility links | accessibility help | accessibility statement | back to top | back to home |
        back to homepage | back to article | back to story | back to gallery | back to video | back to all |
        go to top | scroll to top | return to top | return to homepage | go to homepage | go to home page |
        home page | homepage | main menu | menu | main navigation | site navigation | navigation |
        post navigation | posts navigation | breadcrumb | breadcrumbs | toggle navigation | site index |
        site map | sitemap | site search | search for | search... | search this site |
        search site | advanced search | search results | log in | login | log out | logout |
        log in / register | log in or register | log in or sign up | log in to your account | sign in |
        sign in / register | sign in or register | sign in / join | sign out | sign up | sign up now |
        sign up today | sign up here | register | register now | register here | create account |
        create an account | create a free account | my account | my profile | your account | my feed |
        about us | about this site | contact us | contact info | contact the author | contact the editor |
        press room | press releases | privacy policy | privacy notice | privacy statement |
        privacy settings | privacy center | your privacy choices | your privacy rights |
        your california privacy rights | california privacy rights | do not sell my info |
        do not sell my personal information | do not sell or share my personal information | terms of use |
        terms of service | terms of sale | terms and conditions | terms & conditions | terms & privacy |
        legal notice | cookie policy | cookie settings | cookie preferences | manage cookies |
        manage preferences | ethics policy | editorial policy | editorial guidelines | editorial standards |
        corrections policy | our standards | our principles | imprint | masthead |
        advertise with us | advertise here | help center | help & support | send feedback | rss feed |
        rss feeds | follow us | follow me | follow us on | connect with us | find us on | stay connected |
        social media | print this article | print this page | print this story | print article |
        email this article | email this | save this story | save article | save story | save for later |
        save | share | share this | share this article | share this story | share this post |
        share this page | share options | share article | share via | share on | shares | sharing | tweet |
        tweet this | pin it | copy link | copy url | link copied | gift article | gift this article |
        this article is free for all readers | add to favorites | add to reading list | add to bookmarks |
        bookmark | bookmark this | remove from saved | view in app | open in app | continue in app |
        continue without supporting | view gallery | view photos | view full gallery | view slideshow |
        photo gallery | full screen | fullscreen | close | close menu | close search | dismiss | prev |
        prev next | next page | previous page | next slide | previous slide | page # | page # of # |
        image # of # | image # of / # | photo # of # | slide # of # | load more |
        show less | show all | view all | view less | see all | see less | click here | go back |
        switch edition | change edition | select edition | change language | select language |
        choose language | enter your email | enter your email address | email address | your email address |
        enter email | filed under | filed under: | posted in | tagged | tagged with | tagged as |
        helpful links | all sections | all topics | e-paper | epaper | e-edition | digital edition |
        print edition | today's paper | mobile apps | mobile app | our apps | author archive | all authors |
        view all posts | see all posts | view author archive | view profile | view bio | see full bio |
        full bio | about the author | about the authors | about author | author of the article |
        author of the article: | article content | article tools | article share | article body |
        article information | end of article | main content | startseite | zur startseite |
        zum inhalt springen | zum inhalt | zur navigation | direkt zum inhalt | nach oben |
        zurück zur startseite | hauptmenü | menü | anmelden | einloggen | abmelden |
        registrieren | mein konto | datenschutz | datenschutzerklärung | agb | nutzungsbedingungen |
        über uns | mediadaten | barrierefreiheit | cookie-einstellungen | datenschutz-einstellungen |
        schlagworte | schlagwörter | mehr anzeigen | weniger anzeigen | alle anzeigen | schließen |
        ausdrucken | seite drucken | accueil | aller au contenu | retour en haut | menu principal |
        rechercher | se connecter | connexion | s'inscrire | mon compte | mentions légales |
        politique de confidentialité | nous contacter | qui sommes-nous | plan du site | fermer | partager |
        partager l'article | imprimer | ir al contenido | saltar al contenido | volver arriba |
        menú | buscar | iniciar sesión | regístrate | mi cuenta | aviso legal | política de privacidad |
        política de cookies | términos y condiciones | quiénes somos | cerrar | compartir | etiquetas |
        archivado en | início | ir para o conteúdo | pular para o conteúdo | voltar ao topo | cadastre-se |
        minha conta | quem somos | fale conosco | contato | termos de uso | política de privacidade |
        fechar | próximo | compartilhar | compartilhe | vai al contenuto | torna su | accedi | registrati |
        chi siamo | contatti | note legali | informativa sulla privacy | chiudi | successivo | precedente |
        condividi | naar de inhoud | zoeken | inloggen | aanmelden | over ons | colofon | privacybeleid |
        sluiten | strona główna | przejdź do treści | szukaj | zaloguj | zaloguj się | zarejestruj się |
        polityka prywatności | regulamin | redakcja | o nas | zamknij | następny | poprzedni | udostępnij |
        tagi | domů | přejít k obsahu | hledat | přihlásit | přihlásit se | ochrana osobních údajů |
        zavřít | sdílet | forsiden | søk | logg inn | om oss | kontakt oss | personvern | lukk | forrige |
        sök | logga in | kontakta oss | stäng | главная | на главную | поиск | войти | регистрация |
        контакты | о нас | наверх | поделиться | теги | ホーム | メニュー | 検索 | ログイン | 会員登録 |
        お問い合わせ |
        プライバシーポリシー | 利用規約 | ページトップへ | トップへ戻る | 次の記事 | 前の記事 | 閉じる |
        シェア | ツイート | 공유 | 로그인 | 회원가입 |
        next article | next story | previous article | previous story | next post | previous post |
        previous article next article | previous next | teilen auf
        """,
    ),
    Phrases(
        rule="nav-word",
        reason="The line is a word of a menu or of a page's foot, and stands among other page furniture.",
        text="""
        # of # | search | saved | zurück | suche | suchen | folgen | recherche | inicio |
        faq | faqs | f.a.q | about | corrections | disclaimer | disclosure | category | categories |
        topics | topics: | tags | linkedin | facebook | twitter | instagram | pinterest | whatsapp |
        telegram | reddit | tumblr | flipboard | social | podcast | podcasts | privacy | legal | help |
        support | account | archive | archives | press | jobs | careers | author | authors | links |
        contents | language | edition | contact | feedback | learn more | more information | more info |
        more details | find out more | table of contents | quick links | useful links | newsletter |
        newsletters | cookies | accessibility | terms | next | previous | in this article |
        in this article: | in this story | on this page | media kit | rss | code of ethics | temas |
        themen | contacto | kontakt | impressum | newsroom | show more | see more | view more | read less |
        follow | expand | collapse | copy | ok | back | sections | first page | last page | del | dela |
        delen | další | entrar | cerca | anterior | siguiente | suivant | précédent | neste | hem | hjem |
        volgende | vorige | email | e-mail | mail | x | print
        """,
        weak=True,
    ),
    Phrases(
        rule="nav-section",
        reason="The line is the name of a section of the site, and stands among other page furniture.",
        text="""
        home | news | local news | us news | u.s | us | uk | uk news | world | world news | national |
        international | local | politics | business | money | economy | finance | markets | opinion |
        opinions | editorial | editorials | op-ed | columnists | columns | letters | obituaries | weather |
        traffic | sport | sports | football | soccer | basketball | baseball | hockey | tennis | golf |
        cricket | rugby | nfl | nba | mlb | nhl | wnba | ncaa | mma | f1 | motorsport | high school |
        high school sports | entertainment | arts | culture | books | music | movies | film | tv |
        tv & radio | television | celebrity | celebrities | celebs | gossip | lifestyle | life | style |
        fashion | beauty | food | food & drink | recipes | restaurants | travel | health | wellness |
        fitness | family | parenting | relationships | home & garden | real estate | property | homes |
        cars | autos | auto | motoring | education | science | environment | climate | tech | technology |
        gaming | games | crosswords | crossword | puzzles | horoscopes | horoscope | comics | crime |
        courts | investigations | features | special reports | analysis | explainers | fact check |
        in depth | live | live tv | watch live | watch | listen | video | videos | photo | photos |
        photography | pictures | galleries | audio | radio | events | calendar | community | people |
        magazine | shop | shopping | store | deals | coupons | reviews | best products | classifieds |
        marketplace | subscribe | subscriptions | membership | members | donate | contribute | africa |
        americas | asia | asia pacific | australia | china | europe | middle east | india | latin america |
        canada | russia | war | war in ukraine | ukraine | israel-hamas war | elections | election |
        religion | royals | history | space | nature | animals | innovation | startups | ai |
        artificial intelligence | crypto | security | cybersecurity | mobile | apps | internet | software |
        companies | industry | energy | banking | personal finance | investing | stocks | retail | media |
        law | defense | military | immigration | transportation | all | other | more | topics | english |
        español | deutsch | français | português | italiano | 中文 | 中文网 | 日本語 | русский | العربية |
        contributors | staff | staff writer | contributing writer | reporter | editor | politik |
        wirtschaft | kultur | wissen | wissenschaft | panorama | gesellschaft | ausland | inland | meinung |
        kommentar | gesundheit | reise | reisen | bildung | digital | netzwelt | technik | auto & mobil |
        mobilität | leben | stil | geld | finanzen | karriere | wetter | regional | lokales | deutschland |
        europa | welt | spiele | bilder | fotos | unterhaltung | leute | ratgeber | abo | politique |
        économie | monde | société | santé | sciences | planète | france | débats | política | economía |
        sociedad | cultura | deportes | mundo | internacional | tecnología | ciencia | salud | opinión |
        economia | esportes | saúde | tecnologia | ciência | brasil | sociedade | cronaca | esteri |
        salute | scienza | spettacoli | politiek | economie | binnenland | buitenland | cultuur | polityka |
        gospodarka | kraj | świat | kultura | zdrowie | domácí | zahraničí | ekonomika | nyheter | debatt |
        økonomi | политика | экономика | общество | культура | спорт | мир
        """,
        weak=True,
    ),
    Pattern(
        rule="nav-breadcrumb",
        reason="The line is a path through the site's sections.",
        pattern=(
            r"(?:home|homepage|news|start|startseite|accueil|inicio|início|home page|strona główna"
            r"|главная)\s?(?:[>»›/|→]|::)\s?[^.!?]{1,120}$"
        ),
        max_words=22,
    ),
    Pattern(
        rule="nav-tags",
        reason="The line lists the tags or the sections of the article.",
        pattern=(
            r"(?:tags?|tagged(?: with| as| under| in)?|filed under|filed in|filed|posted in|posted under"
            r"|topics?|categor(?:y|ies)|keywords?|related topics|in this article|schlagworte"
            r"|schlagwörter|themen|mots[- ]clés|étiquettes|etiquetas|temas|argomenti|tagi|štítky|emneord|теги"
            r"|タグ)"
            r" ?[:：|] ?[^.!?]*$"
        ),
        open_end=True,
        max_words=30,
    ),
    Pattern(
        rule="nav-neighbour",
        reason="The line leads to the article before or after this one.",
        pattern=(
            r"(?:next|previous|prev|older|newer) (?:article|story|post|page|entry|news|auto news|posts"
            r"|entries|up)(?: ?[:»>→-].{0,120}| [^.]{0,100})?$"
            r"|(?:vorheriger|nächster) (?:artikel|beitrag)\b.{0,100}$|(?:noticia|artículo|nota|entrada"
            r"|artigo|matéria"
            r"|article|articolo|artykuł|článek|artikel|статья) (?:anterior|siguiente|seguinte|próxima"
            r"|precedente|successivo|poprzedni"
            r"|następny|předchozí|další|suivant|précédent"
            r")\b[^.!?]{0,90}$"
            r"|(?:back|return|go) to (?:the )?(?:top|home|homepage|home page|main|all|previous|article|story"
            r"|news|list|results|search|menu|index|start|overview|gallery|video|page|blog)\b[^.!?]{0,30}$"
        ),
        max_words=20,
    ),
    Pattern(
        rule="nav-glued",
        reason="The line holds nothing but names of networks or hashtags, one behind the other.",
        pattern=(
            r"(?:facebook|twitter|whatsapp|e-?mail|linkedin|pinterest|telegram|reddit|messenger|instagram|print"
            r"|copy ?link){2,}$"
            r"|#?[^\W\d]\w*(?:[\s,]+#\w+)+$"
        ),
        max_words=15,
    ),
    Pattern(
        rule="nav-share-other",
        reason="The line is a button to share the page.",
        pattern=(
            r"(?:分享到|扫描二维码|扫码关注|この記事を(?:シェア|共有)|シェアする"
            r"|(?:شارك|مشاركة|تابعنا) (?:على|عبر)).{0,40}$"
        ),
        max_words=10,
    ),
    Finder(menus, "nav-menu"),
)
