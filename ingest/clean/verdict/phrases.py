"""Phrases that pages print around a story, by kind, in a dozen languages; none belongs to one site.

Lower case, straight apostrophes, bars between phrases. `FIRM` phrases seldom stand in a story's own short
lines; `LOOSE` ones do, and weigh half. The last four kinds have no name of their own among cuts.
"""

from __future__ import annotations

FIRM: dict[str, str] = {
    "advertisement": """
        advertisement | advertisements | advertising | sponsored | sponsored content | paid content |
        partner content | paid post | story continues below | article continues below |
        article continues after | continues below advertisement | continue reading below |
        continue reading the main story | scroll to continue | ad feedback | ad policy |
        affiliate links | affiliate commission | we may earn | we earn a commission |
        may earn a commission | promoted by | anzeige | anzeigen | werbung | affiliate link |
        provision | annonce | publicité | publicidad | publicidade | pubblicità | advertentie |
        reklama | reklame | reklam | annons | annonse | реклама | iklan | quảng cáo |
        contenu sponsorisé | contenido patrocinado | artikel wird nach der werbung |
        geht es weiter nach der werbung | la suite après
    """,
    "copyright": """
        copyright | © | ® | all rights reserved | some rights reserved | alle rechte vorbehalten |
        todos los derechos reservados | todos os direitos reservados | tous droits réservés |
        tutti i diritti riservati | riproduzione riservata | alle rechten voorbehouden |
        wszelkie prawa zastrzeżone | všechna práva vyhrazena | все права защищены |
        may not be published | may not be reproduced | without permission | without the express |
        unauthorized reproduction | unauthorised reproduction | material may not |
        reprints and permissions | reprints | republish this | registered trademark |
        terms of use apply | creative commons | licensed under
    """,
    "comments": """
        comments | leave a comment | leave a reply | post a comment | add a comment | view comments |
        show comments | hide comments | comment on this | join the conversation | join the discussion |
        your reaction | log in to comment | sign in to comment | share your thoughts | write a comment |
        comment section | cancel reply | your email address will not | report abuse | add comment |
        no comments | comments are closed | be the first to comment | required fields | kommentare |
        kommentieren | kommentar schreiben | diskutieren sie | commentaires | réagir | comentarios |
        deja un comentario | comentários | deixe um comentário | commenti | lascia un commento |
        reacties | reageer | komentarze | dodaj komentarz | diskuse | комментарии |
        оставить комментарий | комментировать | kommentarer | komentar | bình luận | yorumlar | yorum
    """,
    "related": """
        related | related articles | related article | related stories | related story | related posts |
        related content | related news | related topics | related coverage | read more | read also |
        also read | see also | see more | more from | more on | more stories | more news |
        more articles | more like this | more coverage | must read | most read | most popular |
        most viewed | most shared | trending | trending now | recommended | recommended for you |
        recommended stories | you may also like | you might also like | you may like | you might like |
        up next | read next | what to read next | next article | previous article | next story |
        next post | previous post | don't miss | editor's picks | editors' picks | editor's pick |
        editor's choice | in this story | latest news | latest stories | latest articles |
        latest headlines | top stories | keep reading | full story | read full | read the full |
        continue reading | in case you missed | from our network | from around the web |
        around the web | from the web | popular now | popular posts | recent posts | recent articles |
        further reading | learn more | find out more | view more | more to explore | more info |
        read it here | read our | check out our | check out the | also on | elsewhere on |
        mehr zum thema | lesen sie auch | lesen sie hier | lesen sie mehr | lesen sie dazu |
        auch interessant | das könnte sie | das könnte dich | weiterlesen | mehr dazu | meistgelesen |
        meistgelesene | mehr aus | zum thema | weitere artikel | weitere themen | weitere nachrichten |
        mehr lesen | passend dazu | jetzt lesen | hier lesen | zum artikel | mehr nachrichten |
        empfehlungen der redaktion | top themen | alles wichtige | à lire aussi | lire aussi |
        lire la suite | à lire | voir aussi | sur le même sujet | les plus lus | en savoir plus |
        lire plus | lee también | lea también | te puede interesar | más información | más leídas |
        lo más leído | más noticias | leer más | ver más | noticias relacionadas | leia também |
        leia mais | veja também | mais lidas | saiba mais | notícias relacionadas | leggi anche |
        leggi tutto | ti potrebbe interessare | lees ook | lees meer | meer over | lees verder |
        meest gelezen | czytaj także | czytaj też | czytaj więcej | zobacz także | zobacz też |
        zobacz również | polecamy | čtěte také | přečtěte si | mohlo by vás | související |
        nejčtenější | čtěte více | читайте также | по теме | подробнее | самое читаемое | les også |
        les mer | mest lest | läs också | läs mer | läs även | mest läst | læs også | læs mere |
        mest læste | baca juga | lihat juga | xem thêm | tin liên quan | ilgili haberler | lesa meira |
        関連記事 | 関連 | 続きを読む | ランキング | おすすめ | あわせて読みたい | 相关 | 推荐
    """,
    "navigation": """
        skip to content | skip to main | skip to navigation | jump to | menu | toggle navigation |
        home page | homepage | log in | login | sign in | log out | sign out | register | my account |
        share this | share on | share article | share this article | share via | share with | share to |
        shares | tweet | share on facebook | share on twitter | whatsapp | copy link | link copied |
        print this | print article | save article | save for later | back to top | go to top |
        view all | see all | show all | show more | show less | load more | view more | about us |
        contact us | contact | privacy policy | privacy notice | privacy | terms of use |
        terms of service | terms and conditions | terms & conditions | terms | cookie policy |
        cookie settings | manage cookies | cookies | site map | sitemap | faq | faqs | help center |
        careers | advertise | advertise with us | media kit | masthead | site index | accessibility |
        do not sell | your privacy choices | filed under | filed to | posted in | tags | tagged |
        all topics | all categories | table of contents | previous slide | next slide | bookmark |
        e-paper | epaper | startseite | suche | anmelden | einloggen | registrieren | teilen | drucken |
        merken | artikel teilen | impressum | datenschutz | datenschutzerklärung | agb |
        nutzungsbedingungen | kontakt | zur startseite | nach oben | mediadaten | cookie einstellungen |
        barrierefreiheit | seite drucken | link kopieren | link kopiert | accueil | rechercher |
        connexion | se connecter | partager | partager sur | imprimer | mentions légales |
        confidentialité | nous contacter | qui sommes-nous | inicio | iniciar sesión | compartir |
        compartir en | imprimir | contacto | aviso legal | política de privacidad | quiénes somos |
        copiar enlace | compartilhar | compartilhe | política de privacidade | fale conosco |
        quem somos | condividi | stampa | contatti | chi siamo | accedi | zoeken | inloggen | delen |
        privacybeleid | szukaj | zaloguj | udostępnij | drukuj | regulamin | polityka prywatności |
        hledat | přihlásit | sdílet | sdílejte | главная | поиск | войти | поделиться |
        политика конфиденциальности | søk | logg inn | del på | sök | logga in | dela | til forsiden |
        personvern | シェア | ログイン | 検索 | ホーム | お問い合わせ | 利用規約 |
        プライバシーポリシー | bagikan | chia sẻ | paylaş | pinterest | linkedin | reddit | flipboard |
        mastodon
    """,
    "subscription": """
        subscribe | subscribe now | subscriber only | subscribers only | for subscribers |
        already a subscriber | subscribe to | sign up | sign up for | sign up now | signing up |
        sign up here | newsletter | newsletters | your inbox | free trial | donate | make a donation |
        donate now | support us | support our | support our journalism | become a member | join us |
        join now | download the app | get the app | our app | app store | google play | follow us |
        follow us on | follow us for | unlimited access | unlock this | gift this article |
        get the latest | delivered to your | straight to your | stay up to date | stay informed |
        breaking news alerts | email address | enter your email | unsubscribe | free account |
        create an account | cancel anytime | click here to | tap here | podcast | like us on |
        follow him | follow her | follow them | on the go | reader support | our supporters |
        your support | email us | send us | contact the | get in touch | abonnieren | abonnement | abo |
        abonnenten | jetzt testen | kostenlos testen | folgen sie uns | folgen sie | unterstützen sie |
        jetzt registrieren | jetzt bestellen | newsletter abonnieren | täglich in ihr | zum newsletter |
        jetzt anmelden | s'abonner | abonnez-vous | abonnés | réservé aux abonnés | inscrivez-vous |
        suivez-nous | recevez | soutenez | suscríbete | suscribirse | suscripción | síguenos |
        regístrate | recibe | assine | assinante | inscreva-se | siga-nos | receba | iscriviti |
        abbonati | seguici | abonneer | nieuwsbrief | schrijf je in | volg ons | subskrybuj |
        zapisz się | prenumerata | předplatné | předplatit | odebírat | sledujte nás | подписаться |
        подпишитесь | подписывайтесь | рассылка | abonner | bli abonnent | prenumerera | tilmeld |
        nyhedsbrev | nyhetsbrev | følg oss | följ oss | 会員登録 | 会員限定 | 無料登録 | メルマガ |
        フォロー | berlangganan | ikuti kami | abone ol
    """,
    "widget": """
        loading | listen to this | listen to article | listen to this article | min read | mins read |
        minute read | minutes read | min listen | reading time | read time | play video | watch video |
        watch now | watch live | video player | view gallery | photo gallery | image gallery |
        enlarge image | open image | full screen | fullscreen | click to enlarge | enable javascript |
        your browser | does not support | supported browser | vote now | take our poll | close |
        share this video | now playing | playlist | unmute | view image | view slideshow | image of |
        of image | this video | text size | font size | dark mode | turn on | lesezeit | min lesezeit |
        artikel anhören | vorlesen lassen | bildergalerie | bilder anzeigen | fotostrecke |
        temps de lecture | écouter | tiempo de lectura | escuchar | tempo de leitura |
        tempo di lettura | ouvir | ascolta | czas czytania | odsłuchaj | poslechnout | min lesetid |
        lestid | この記事を | 拡大 | 動画 | 写真
    """,
    "credit": """
        photo by | photos by | photo credit | image credit | image credits | credit | credits |
        photograph by | photography by | photographs by | image via | photo via | photo courtesy |
        image courtesy | courtesy of | courtesy | getty | getty images | shutterstock | alamy | istock |
        unsplash | ap photo | afp via | via getty | reuters | afp | epa | imago | dpa | file photo |
        handout | stock photo | illustration by | screenshot | screengrab | pool photo |
        associated press | photo illustration | staff photo | reporting by | editing by |
        additional reporting | contributed to this | contributed reporting |
        contributed to this report | originally appeared | originally published | first appeared |
        first published | writing by | with inputs from | supplied | foto | fotos | bild | bildquelle |
        quelle | bildnachweis | picture alliance | symbolbild | symbolfoto | archivbild | archivfoto |
        crédit | crédits | crédit photo | archivo | imagen | fot | zdroj | autor fotografie | фото |
        bilde | ntb | ritzau | tt | 写真提供 | ảnh | sumber | pictured
    """,
    "byline": """
        written by | reported by | last updated | updated at | updated on | published on |
        published at | posted on | posted by | posted at | staff writer | senior reporter |
        staff reporter | editor in chief | senior editor | senior writer | contributing writer |
        about the author | by the | published | updated | hours ago | hour ago | days ago | day ago |
        minutes ago | mins ago | weeks ago | months ago | years ago | von unserem | veröffentlicht |
        aktualisiert | zuletzt aktualisiert | uhr | erschienen am | redaktion | publié le | mis à jour |
        par la rédaction | publicado | actualizado | atualizado | redacción | redação | pubblicato |
        aggiornato | redazione | gepubliceerd | bijgewerkt | opublikowano | aktualizacja | redakcja |
        publikováno | aktualizováno | опубликовано | обновлено | publisert | oppdatert | publicerad |
        uppdaterad | publiceret | opdateret | diterbitkan | dilihat | 更新 | 配信 | 公開
    """,
    "bio": """
        is a reporter | is a writer | is a journalist | is a freelance | is a senior | is a staff |
        is an editor | is the editor | is an author | is the author of | is a correspondent |
        is a contributing | is a contributor | is a professor | is a columnist | is a former |
        is a news | is a national | covers the | writes about | reports on | correspondent for |
        reporter for | writer for | editor at | editor for | author of | can be reached | reach him |
        reach her | email him | email her | send tips | his work has | her work has | has written for |
        on twitter | views expressed | opinions expressed | about the author | is based in | lives in |
        previously worked | graduated from | holds a
    """,
    "caption": """
        from left | left to right | at left | at right | looks on | poses for | pose for |
        speaks during | speaks at | in this photo | in this image | file image | seen in |
        pictured with | center right | center left | walks past | stands in | in the foreground |
        on display | during a press conference | during a news conference | an undated | aerial view |
        general view | während | von links | im bild | auf dem bild | v l | n r
    """,
}

LOOSE = """
    home | news | world | politics | sport | sports | business | economy | opinion | culture |
    technology | tech | science | health | lifestyle | travel | entertainment | video | videos |
    photos | photo | podcasts | weather | search | share | print | email | e-mail | facebook | twitter |
    instagram | youtube | tiktok | telegram | rss | x | more | next | previous | prev | latest |
    popular | live | open | close | shop | store | jobs | events | games | puzzles | crosswords |
    about | help | account | profile | settings | save | follow | like | likes | join | members |
    membership | member | subscriber | subscribers | subscription | app | apps | alerts |
    notifications | comment | reply | replies | report | edit | read | watch | listen | play | audio |
    image | images | gallery | slideshow | view | views | tag | topics | topic | categories | category |
    author | posted | advertiser | ad | ads | promoted | source | via | caption | credit | here |
    click | today | yesterday | top | stories | exclusive | opinions | editorial | features | magazine |
    local | national | international | style | food | money | markets | education | environment |
    climate | celebrity | movies | music | tv | books | arts | real estate | obituaries | classifieds |
    archive | archives | sections | section | corporate | partners | network | coupons | deals | faq |
    nachrichten | politik | wirtschaft | kultur | meinung | panorama | gesellschaft | wissen | reise |
    gesundheit | ratgeber | regional | digital | leben | themen | mehr | weiter | zurück | neueste |
    aktuell | übersicht | schließen | öffnen | hilfe | bilder | autor | gestern | heute | plus |
    actualités | politique | économie | monde | société | vidéo | noticias | política | economía |
    internacional | deportes | opinión | sociedad | mundo | economia | esportes | notizie | cronaca |
    mondo | wiadomości | polityka | zprávy | domácí | zahraničí | ekonomika | новости | политика |
    экономика | спорт | nyheter | økonomi | meninger | ニュース | 社会 | 政治 | 経済 | 国際 | スポーツ |
    天気
"""
