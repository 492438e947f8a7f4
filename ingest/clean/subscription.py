"""Pleas to subscribe, register, donate, download the app or follow on a network."""

from __future__ import annotations

from ingest.clean.engine.rule import Pattern, Phrases, Rule
from ingest.model import Kind

KIND: Kind = "subscription"

RULES: tuple[Rule, ...] = (
    Phrases(
        rule="subscribe-label",
        reason="The whole line is a button or a heading to subscribe or to donate.",
        text="""
        subscribe | subscribe now | subscribe today | subscribe here | subscribe for free |
        subscribe to continue | subscribe to continue reading | subscribe to read more |
        subscribe to our newsletter | subscribe to newsletter | subscribe to unlock more articles |
        subscribe via email | subscribers only | subscriber exclusive | subscriber-only | for subscribers |
        start your free trial | already a subscriber | already a member | already have an account |
        already registered | not a subscriber | become a member | become a subscriber | become a supporter |
        join now | join today | join for free | join us | donate | donate now | donate today | support us |
        support our journalism | support our work | support independent journalism |
        support local journalism | contribute | get the app | download the app | download our app |
        get our app | get the newsletter | get our newsletter | get alerts | get started | get access |
        get unlimited access | newsletter signup | newsletter sign up | newsletter sign-up |
        sign up for our newsletter | sign up for newsletters | sign up for free |
        sign up for our newsletters | our newsletters | daily newsletter | email newsletter |
        email newsletters | email alerts | free newsletter | newsletter anmelden | newsletter abonnieren |
        jetzt abonnieren | jetzt anmelden | jetzt registrieren | jetzt testen | jetzt weiterlesen |
        abonnieren | abonnement | s'abonner | abonnez-vous | je m'abonne | réservé aux abonnés |
        article réservé aux abonnés | suscríbete | suscribirse | suscripción | hazte socio | assine |
        assine já | assinar | abbonati | iscriviti | iscriviti alla newsletter | word abonnee | abonneer |
        subskrybuj | prenumerata | předplatné | bli abonnent | kjøp abonnement | prenumerera |
        bli prenumerant | подписаться | подпишитесь
        """,
    ),
    Pattern(
        rule="subscribe-plea",
        reason="The line asks the reader to subscribe, register, donate or download.",
        pattern=(
            r"(?:(?:(?:subscribe|newsletters?|sign up|(?:don't|never) miss [^.!?]{0,40}?)\s?[:–—,.!-]"
            r"|(?:enjoying|enjoyed|liked?|loved?) [^.!?]{2,30}\?)\s?)?"
            r"(?:(?:(?:please |click here to |tap here to |you can |enjoying this\? |like what you're "
            r"reading\? )?(?:subscribe|sign[- ]?up|signup|register|opt in)\b (?:now |today |here |free "
            r"|below "
            r"|for free |or log ?in )?(?:to|for|and|with|here|below|now|today"
            r"|in)\b.{0,60}\b(?:newsletters?|emails?|e-mails?|alerts?|updates|bulletins?|digest"
            r"|briefings?|inbox|channel|podcast|account|access|continue|read|reading|unlock|latest|headlines"
            r"|news|today|day|week|weekly|daily|stories|notifications|feed|free|edition|dispatch|us)\b.*)"
            r"|(?:get|receive|have|want|need) .{2,90}\b(?:newsletters?|(?:to|in|into) your (?:inbox|email"
            r"|e-mail|device|phone)|straight to your|delivered (?:daily|weekly|to|straight|right|directly)"
            r"|by "
            r"email|email alerts|text alerts)\b.*"
            r"|(?:subscribe|sign[- ]?up|newsletters?)\s?[:–—-]\s?.{2,90}\byour (?:inbox|mailbox)\b.{0,40}$"
            r"|become an? (?:\w+ ){0,3}(?:member|supporter|subscriber|patron)\b(?! of)(?: today| now| from"
            r"| for|[.!]).*"
            r"|already (?:an?|have|registered|subscribed|with|our)\b(?:.{0,30}\b(?:subscriber|member|account"
            r"|subscription|registered|user|reader|supporter)\b[^.,]{0,30}|.{0,60}\b(?:sign|log) ?in\b.*)\W*$"
            r"|(?:please )?(?:log ?in|sign ?in|register|create (?:an?|your)(?: free)? account|subscribe"
            r"|join)(?: or (?:subscribe|register|sign up|log ?in|create an account|sign in|join))? (?:to|for"
            r"|now to|here to|and) (?:continue|read|access|view|unlock|keep|save|get|see|manage|follow|full"
            r"|listen|watch|your account|enjoy|bookmark)\b.*"
            r"|(?:this (?:article|story|content|feature|page|post) is (?:for|only for|available (?:only "
            r")?(?:to|for)|exclusively? (?:for|to)|reserved for|free for)|to (?:continue|keep) "
            r"reading)\b.{0,120}\b(?:subscribers?|members?|readers|registered|subscribe|register|log ?in"
            r"|sign "
            r"?in|account|free)\b.*"
            r"|(?:support (?:our|us|independent|local|quality|the work|free)|help (?:us|support|fund|keep)"
            r"|please (?:support|consider|help|donate)|consider (?:supporting"
            r"|donating|becoming|making)|become an?|make an?|if you (?:value|like|enjoy|appreciate"
            r"|believe in)"
            r"|we (?:rely|depend)|your (?:support|donation|contribution|subscription"
            r"|gift))\b.{0,140}\b(?:journalism|newsroom|reporting|donation|donate|donating|contribution"
            r"|contributing|become a member|membership|subscriber|subscribing|subscription"
            r"|independent (?:journalism|media|news|reporting|newsroom)|patreon|paypal"
            r"|support us|our work|paywall)\b.*"
            r"|(?:we (?:do this work|are (?:a )?(?:non-?profit|reader[- ]supported"
            r"|independent)))\b.{0,260}\b(?:donat\w+|support|contribut\w+|reader|readers|members?)\b.*"
            r"|(?:download|get|install|try|check out) (?:the|our|your) .{0,40}\bapps?\b.{0,80}$|(?:available"
            r"|download) (?:it )?(?:on|from|for|in) (?:the )?(?:app store|google play|ios|android|apple)\b.*"
            r"|(?:app store|google play)(?: (?:and|or|&|\||/) (?:app store|google play))?$"
            r"|(?:by|when) (?:signing|subscribing|submitting|registering|clicking|entering|providing|creating"
            r"|joining|continuing)\b.{0,160}\b(?:agree|consent|accept|acknowledge|privacy|terms|opt[- ]out"
            r"|unsubscribe)\b.*"
            r"|(?:you can|you may|to|click (?:here )?to) unsubscribe (?:at|any|whenever|by|here|click|from "
            r"(?:these|our|this|all))\b.*|unsubscribe (?:at any time|anytime"
            r"|any time|whenever)\b.*|(?:the )?next issue of .{2,50} will soon be in your inbox.*|a welcome "
            r"email is on its way.*|if you don't see it,? please check your junk.*|we encountered an issue "
            r"signing you up.*|interested in more newsletters\?.*"
            r"|(?:enter|submit|type) (?:your|a valid|an?) (?:e-?mail|name|password|phone|zip|username)\b.*"
            r"|please enter a valid\b.*|(?:email|e-mail|password|username|first name|last name|phone)(?: "
            r"address)? ?(?:\(?(?:required|optional)\)?|\*)$"
            r"|(?!.*\b(?:was|were|will|had|has|have|said|never)\b)(?:unlimited|full|exclusive|premium"
            r"|digital) (?:online |digital |all-?access |print "
            r")?(?:access|subscription|subscriptions|membership)\b(?: to| for| from| starting| only| "
            r"with)\b.{0,160}$|(?:subscriptions?|plans?|offers?) (?:start|from|starting"
            r"|at)\b.{0,40}[$€£]\s?\d.*"
            r"|(?:you have|you've) (?:\w+ ){0,3}(?:free (?:articles?|stories)|articles? (?:left|remaining)"
            r"|reached your|\d+ (?:free )?articles?)\b.*|(?:cancel|unsubscribe) any ?time\b.{0,60}$"
            r"|(?:get|read|have|take|listen to) .{2,50} (?:on|to|with) your (?:phone|mobile|tablet"
            r"|device)\b.{0,90}"
            r"|.{0,40}\bdownload (?:the|our) [^.!?]{0,40}\bapps?\b.{0,40}|you can (?:save|read|listen to"
            r"|bookmark) this (?:article|story)\b.*|(?:get|access) (?:the "
            r"latest|more|exclusive|unlimited|all our) (?:headlines|articles|stories|content|news)\b.{0,80}$"
            r"|access articles? from\b.{0,80}$"
            r"|stay (?:up[- ]to[- ]date|informed|in the know|on top of|ahead)\b.{0,60}\b(?:with|news|latest"
            r"|newsletter|stories)\b.{0,60}$|register / sign in\b.*|get in touch with (?:us|our)\b.*|for "
            r"more "
            r"stories like this\b.*"
            r")$"
        ),
        words=(
            "newsletter newsletters subscribe subscriber subscribers subscription subscriptions "
            "subscribing sign signup sign-up signing register registering registered registration "
            "inbox email emails e-mail e-mails login log account member members membership donate "
            "donation donations donating journalism newsroom reporting app apps unsubscribe unlimited "
            "access alerts updates cancel stay touch password username supporter reader-supported "
            "readers paypal patreon paywall delivered name name* address free support stories "
            "encountered briefing digest independent contribution contribute"
        ),
        max_words=60,
    ),
    Pattern(
        rule="subscribe-follow",
        reason="The line asks the reader to follow an account or to join a channel.",
        pattern=(
            r"(?:(?:please |also |you can (?:also )?)?(?:follow|like|find|join|connect with|subscribe to"
            r"|watch|add|reach|contact)\b (?:(?:us|me|him|her|them|@[\w.]+|our|the"
            r"|[\w.&' -]{2,50}?)\b.{0,60}?\b)?(?:on|at|via|to|through|channel|page|group"
            r"|live)\b.{0,30}?(?:facebook|twitter|instagram|linkedin|whatsapp|telegram|youtube|tiktok|threads"
            r"|bluesky|google news|flipboard|pinterest|mastodon|snapchat|apple news|social media|@\w+|viber"
            r"|x\b).{0,120}"
            r"|(?=.{0,300}\bfollow (?:him|her|them|me|us|@\w+|\w+(?: \w+)?) (?:on|at|via) (?:twitter|x"
            r"|facebook|instagram|linkedin|bluesky|threads|mastodon|@\w+)\b)(?:[^\".!?]{0,250}[.!?] "
            r"?){0,2}(?:please |you can )?follow\b.{0,120}"
            r"|follow (?:us|me|@[\w.]+|him|her|the author|on|along|our)\b.{0,40}$"
            r"|join our (?:\w+ )?(?:whatsapp|telegram|facebook|signal|discord) (?:channel|group|community)"
            r".{0,80}|únete a nuestro (?:canal|grupo) de (?:whatsapp|telegram).{0,60}"
            r"|(?:folgen sie|folge|suivez|síguenos|sigue a|siga|segui|volg|obserwuj|śledź|sledujte|følg|följ"
            r"|подписывайтесь|подпишитесь|читайте нас)\b.{0,120}(?:facebook|twitter|instagram|linkedin"
            r"|whatsapp|telegram|youtube|tiktok|threads|bluesky|google|x\b|телеграм|вконтакте|дзен"
            r"|канал).{0,60}"
            r"|(?:e-?mail|contact|reach|write to|twitter|tweet|contact the (?:author|writer|reporter)|reach "
            r"the (?:author|reporter))\b ?(?:him|her|them|us|me|the (?:author|reporter|writer)"
            r"|[\w.' -]{2,40})? ?(?:at|:|on|via) .{0,40}[@]\w.*)$"
        ),
        words=(
            "follow like facebook facebook. twitter instagram whatsapp telegram linkedin youtube "
            "tiktok bluesky threads contact email e-mail reach tweet folgen folge suivez síguenos "
            "sigue siga segui volg obserwuj śledź sledujte følg följ подписывайтесь подпишитесь "
            "читайте"
        ),
        max_words=48,
    ),
    Pattern(
        rule="subscribe-plea-other",
        reason="The line asks the reader to subscribe, register or donate.",
        pattern=(
            r"(?:(?:melden sie sich|jetzt (?:für|zum|den|unser|unseren|kostenlos|newsletter|abo"
            r"|weiterlesen)|abonnieren sie"
            r"|abonniere|bestellen sie|registrieren sie|newsletter|sie (?:haben|sind) (?:bereits|noch"
            r"|schon))\b.{0,120}\b(?:newsletter\w*|abo|abonn\w+|anmeld\w+|registrier\w+|probeabo|digitalabo"
            r"|postfach|kostenlos)\b.*"
            r"|(?:inscrivez-vous|abonnez-vous|recevez|soutenez|déjà abonné|cet article est réservé|il vous "
            r"reste)\b.{0,140}"
            r"|(?:suscríbete|regístrate|recibe|apúntate|inicia sesión|hazte|apoya|si quieres "
            r"seguir)\b.{0,80}\b(?:newsletter|boletín|correo|suscri\w+|socio|periodismo|gratis|cuenta"
            r"|noticias|canal)\b.*"
            r"|(?:assine|inscreva-se|cadastre-se|receba|apoie|clique aqui)\b.{0,80}\b(?:newsletter|canal"
            r"|e-mail|assinatura|conteúdo|notícias|jornalismo|grátis|whatsapp|telegram)\b.*"
            r"|(?:iscriviti|abbonati|ricevi|sostieni|registrati)\b.{0,80}\b(?:newsletter|canale|abbonamento"
            r"|email|giornalismo|gratis|notizie)\b.*"
            r"|(?:meld je aan|schrijf je in|ontvang|abonneer|word (?:abonnee|lid))\b.{0,80}\b(?:nieuwsbrief"
            r"|abonn\w+|mail|lid)\b.*"
            r"|(?:zapisz się|subskrybuj|wesprzyj|zaprenumeruj|kup (?:dostęp|prenumeratę))\b.{0,80}"
            r"|(?:přihlaste se|odebírejte|předplaťte|podpořte)\b.{0,80}\b(?:newsletter\w*|předplat\w+"
            r"|odběr\w*|nás|redakci)\b.*"
            r"|(?:meld deg på|abonner på|få)\b.{0,60}\b(?:nyhetsbrev\w*|abonnement)\b.*|(?:anmäl dig"
            r"|prenumerera)\b.{0,60}\bnyhetsbrev\w*\b.*|(?:подпишитесь|подписывайтесь) на\b.{0,80})$"
        ),
        words=(
            "newsletter newsletters abo abonnieren abonnement digitalabo probeabo anmelden anmeldung "
            "registrieren kostenlos postfach inscrivez-vous abonnez-vous recevez soutenez abonné "
            "abonnés réservé reste suscríbete suscripción suscriptor boletín correo regístrate gratis "
            "socio periodismo cuenta noticias canal assine assinatura inscreva-se cadastre-se receba "
            "apoie conteúdo notícias jornalismo grátis whatsapp telegram e-mail email iscriviti "
            "abbonati abbonamento ricevi sostieni giornalismo notizie nieuwsbrief abonnee abonneer "
            "lid zapisz subskrybuj wesprzyj zaprenumeruj kup newsletteru newslettery předplatné "
            "předplaťte odběr podpořte redakci nyhetsbrev nyhetsbrevet подпишитесь подписывайтесь"
        ),
        max_words=32,
    ),
)
