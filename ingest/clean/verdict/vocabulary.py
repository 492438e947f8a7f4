"""Small words by which sentences, speech and direct address show, in a dozen languages."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a aan aber af after akan al ale alla als am an anche and ao are as at att au auch auf aus aux av
    avec að be because been before bei bij bir bis bu but by był can ce cette che cho come como con
    could cuando có của da daha dalam dan dans dari das dass dat de dei del della dem den dengan der des
    desde det di die dla do dos du durch e een ein eine einem einen einer el elle en entre er es est
    esta este et ett foi for fra from fue för für gli haben had han har has hasta hat have he heeft her
    het his i if ihre ikke il ile im in ini inte into is ist it its itu için jak jako je jest kan không
    la las le les leur lo los là maar mais man met mit muy na naar nach ne nel nicht nie niet noch non
    not nur não o och od oder of og olarak om on ont ook or os ou pada par para pas pela pelo per pero
    po por pour pro przez på que qui s sa said se sei sein seine sem ser ses seu she si sich sie sin
    sind się so som son sono sont su sua sur sus são tak than that the their there they this tidak til
    till to trong uit um uma un und une untuk v van var ve við von voor vor và với w war was we werd
    werden were what when where which while who wie will wird with wordt would wurde y yang z za zijn zu
    zum zur á är çok è été über það được że было в все же и из к как на не но о он от по с у что это
    """.split()
)
SPEECH = frozenset(
    """
    added affirmé afirmou afirmó aldus argued asked betonte detto dijo disse dit déclaré erklärte
    explained explicó laut powiedział sa sade sagt sagte said says segundo según selon sier siger
    spiegato säger told uvedl wrote řekl заявил сказал
    """.split()
)
ADDRESS = frozenset(
    """
    dere din ditt ihr ihre ihren je jouw me my nasze naše nossa nosso notre nous nuestra nuestro ons
    onze our tu tus uns unser unsere us vaše vos votre váš vår våre wasze we you your yours ваш наш
    """.split()
)
