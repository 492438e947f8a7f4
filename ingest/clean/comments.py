"""Comment sections: counters, forms, reactions, invitations to join in."""

from __future__ import annotations

from ingest.clean.engine.rule import Pattern, Phrases, Rule
from ingest.model import Kind

KIND: Kind = "comments"

RULES: tuple[Rule, ...] = (
    Phrases(
        rule="comments-heading",
        reason="The whole line is a heading, a counter or a button of a comment section.",
        text="""
        comments | # comment | # comments | no comments | no comments yet | comments (# | comments # |
        view comments | view all comments | view # comments | view # comment | show comments |
        hide comments | read comments | see comments | see all comments | load comments |
        load more comments | more comments | add comment | add a comment | add your comment | post comment |
        post a comment | submit comment | write a comment | leave a comment | leave a comment cancel reply |
        leave comment | leave a reply | leave a reply cancel reply | leave your comment | cancel reply |
        reply to comment | be the first to comment | be the first to comment on this story |
        comments are closed | comments closed | comments off | comments are off for this post |
        comments have been closed | most recent comments | latest comments | recent comments |
        reader comments | read the comments | log in to comment | login to comment | sign in to comment |
        log in to leave a comment | log in to reply | reply | join the conversation | join the discussion |
        join the debate | start the conversation | start the discussion | have your say |
        what do you think | what are your thoughts | let us know what you think | share your thoughts |
        share your thoughts in the comments | share your opinion | what's your reaction |
        what is your reaction | how do you feel about this | how did this make you feel |
        rate this article | was this article helpful | was this page helpful | was this helpful |
        did you find this useful | did you like this article | report comment | report this comment |
        report abuse | newest comments | oldest comments | sort by newest |
        notify me of new posts by email | notify me of new comments via email |
        notify me of follow-up comments by email |
        save my name, email, and website in this browser for the next time i comment |
        this site uses akismet to reduce spam | kommentare | # kommentare | # kommentar | kommentieren |
        kommentar schreiben | kommentar verfassen | schreiben sie einen kommentar | jetzt kommentieren |
        alle kommentare anzeigen | kommentare anzeigen | diskutieren sie mit | commentaires |
        # commentaires | # commentaire | laisser un commentaire | poster un commentaire |
        réagir à cet article | comentarios | # comentarios | # comentario | deja un comentario |
        deja una respuesta | escribe un comentario | comentários | # comentários | # comentário |
        deixe um comentário | deixe seu comentário | comente | commenti | # commenti | lascia un commento |
        scrivi un commento | reacties | # reacties | reageer | geef een reactie | plaats een reactie |
        komentarze | # komentarzy | dodaj komentarz | zostaw komentarz | skomentuj | komentáře | diskuse |
        přidat komentář | vstoupit do diskuse | kommentarer | # kommentarer | skriv en kommentar |
        legg igjen en kommentar | lämna en kommentar | комментарии | # комментариев | оставить комментарий |
        добавить комментарий | コメント | コメントを書く | コメントを見る | 댓글
        """,
    ),
    Phrases(
        rule="comments-reaction",
        reason="The line is the word of a reaction button, and stands among other buttons.",
        text="""
        like | dislike | love | funny | angry | sad | wow | happy | excited | sleepy | haha | yay | lol |
        omg | inspired | bored | afraid | in love | not sure | silly | # likes | # like | likes | upvote |
        downvote | helpful | report | name   | website | comment  | your name |
        your email | your email (optional) | submit | send | cancel | edit | delete | flag | quote
        """,
        weak=True,
    ),
    Pattern(
        rule="comments-counter",
        reason="The line counts or sorts the comments of readers.",
        pattern=(
            r"(?:(?:comments?|kommentare|commentaires?|comentarios?|comentários?|commenti|reacties|komentarze"
            r"|komentáře|kommentarer|комментарии|コメント|댓글) ?[:(（]? ?\d+ ?(?:件|개)?"
            r"|(?:sort(?:ed)? by|sortieren nach|trier par|ordenar por) ?:? .{2,20})$"
        ),
        max_words=5,
    ),
    Pattern(
        rule="comments-form",
        reason="The line is a notice or a field of a comment form.",
        pattern=(
            r"(?:your (?:email|e-mail) address will not be published.*|required fields are marked.*"
            r"|deine e-mail-adresse wird nicht veröffentlicht.*|votre adresse (?:e-?mail|de messagerie) ne "
            r"sera pas publiée.*"
            r"|tu dirección de correo electrónico no será publicada.*|o seu endereço de e-mail não será "
            r"publicado.*"
            r"|il tuo indirizzo email non sarà pubblicato.*|twój adres e-mail nie zostanie opublikowany.*"
            r"|save my (?:name|info|details)\b.*(?:browser|next time).*|notify me (?:of|when|by"
            r"|via)\b.*(?:comments?|posts?|replies|email).*"
            r"|you must be (?:logged|signed) in to (?:post|leave|comment|reply|vote)\b.*"
            r"|(?:please )?(?:log ?in|sign in|register|subscribe|sign up)(?: (?:or|/|and) \w+(?: "
            r"\w+)?)? (?:to|before you) (?:leave|post|write|add|make|comment|reply|join|view)\b.*(?:comment"
            r"|reply|repl|conversation|discussion).*"
            r"|(?:comments|commenting|discussion) (?:are|is|have been|on this (?:story|article|post)) (?:now "
            r")?(?:closed|disabled|moderated|turned off|off|are).*"
            r"|.{0,60}\buses akismet\b.*|learn how your comment data is processed.*"
            r"|(?:all )?comments (?:are|will be) (?:subject to|moderated|reviewed|welcome)\b.*"
            r"|(?:please )?(?:share|leave|post|tell us|let us know|add|have) (?:us )?(?:your )?(?:thoughts"
            r"|opinions?|comments?|views?|say|what you think)\b.{0,60}\b(?:below|comments?|section)\b.*"
            r"|(?:what do you think|do you agree|have your say|let us know)\b.{0,80}\bcomments?\b.*"
            r"|(?:be the first to|join the|start the) (?:comment|conversation|discussion"
            r"|debate)\b[^.,]{0,40}\W*$"
            r"|(?:view|read|see|show|hide|load|open|expand|jump to|go to|skip to|post|leave|add|write)(?: all"
            r"| more| the| your| a| an?)* ?[(]?#?\d*[)]? ?(?:comments?|repl(?:y|ies)|responses)\b.{0,25}$"
            r"|\d+ (?:comments?|repl(?:y|ies)|responses|thoughts) (?:on|to)\b(?:.*[^.]| \".*)?$"
            r"|(?:reply|replies|antworten|responder|répondre)[ |·•]+(?:share|report|like|link|quote)\b.*"
            r"|in reply to .{2,40}$|replying to .{2,40}$)"
        ),
        words=(
            "comment comments commenting reply replies akismet published published. publi publié "
            "publicado publicada pubblicato opublikowany veröffentlicht publiée required conversation "
            "discussion debate thoughts opinion opinions views responses replying"
        ),
        max_words=28,
    ),
    Pattern(
        rule="comments-feedback",
        reason="The line asks the reader for a reaction, a tip or a correction.",
        pattern=(
            r"(?:(?:do you )?(?:have|got|know) (?:an?|any|some|something)\b.{0,40}\b(?:news "
            r"tips?|tips?|story "
            r"tips?|story|stories|leads?|question|feedback|concern)\b.{0,60}(?:\?|email|contact|call|send"
            r"|write|let us|tell us|reach).*"
            r"|(?:got|have) a (?:news )?tip\b.*|(?:send|submit|email)(?: us)?(?: your| a| any)? (?:news "
            r")?tips?\b.*"
            r"|(?:spotted|found|see|notice|noticed) (?:an|a|any) (?:error|mistake|typo|inaccuracy)\b.*"
            r"|(?:report|submit|suggest) (?:an?|a) (?:error|correction|typo|mistake)\b.*|report "
            r"corrections?\b.*|corrections? or clarifications?\b.*"
            r"|haben sie (?:einen )?fehler (?:entdeckt|gefunden|bemerkt).*|fehler gefunden.*|feedback an die "
            r"redaktion.*"
            r"|(?:is there anything|what is) wrong with this (?:article|page|story).*"
            r"|(?:has|have) this (?:article|story|page) (?:been )?(?:helped|useful|helpful).*"
            r"|(?:write|submit) a letter to the editor.*|letters? to the editor$|submit a letter.*"
            r"|(?:thank you|thanks) for (?:your feedback|reading|signing up|subscribing|visiting)\W*$)"
        ),
        max_words=35,
        spares_headline=True,
    ),
)
