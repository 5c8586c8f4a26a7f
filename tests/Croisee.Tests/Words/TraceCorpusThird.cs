namespace Croisee.Tests.Words;

/// <summary>
/// A third set written after the rules. At first sight: recall 95.3 % (names 96.8 %, births 54.2 % by one sentence,
/// the rest 100 %), precision 94.1 %. Two rules were then put right (a thing behind « du », « Sous-préfet »).
/// </summary>
internal static class TraceCorpusThird
{
    public static readonly string[] Names = """
        Depuis l’arrivée de <N|{mme} {sur}>, les goûters ont changé.
        <N|{f}> tient la caisse pendant la kermesse.
        Je tiens à saluer <N|{f} {sur}>, qui a cousu les nappes.
        La chambre voisine est celle de <N|{m} {sur}>.
        Un mot de <N|{f}>, {age} ans : « On se sent utile. »
        Ma collègue <N|{f}> prend le relais le soir.
        Le compte rendu est signé par <N|{mme} {sur}>.
        <N|{m} {sur}>, lui, préfère la belote.
        C’est <N|{f} {SUR}> qui nous représente au comité.
        Notre doyen, <N|{m} {f} {sur}>, a coupé le ruban.
        il y avait <N|mme {low}> et son fils
        Remarque faite par <N|{f} {sur}> le 12 mai.
        Le petit-fils de <N|{mme} {sur}> joue de la guitare.
        Grâce au <N|{dr} {sur}>, la consigne est plus claire.
        """.Split('\n');

    public static readonly string[] Others = """
        elle est joignable au <P|{tel}> l’après-midi
        Notez bien : <P|{tel}> (répondeur).
        Envoyez les réponses sur <M|{mail}> svp.
        On peut lui écrire ici : <M|{mail}>
        Le formulaire affiche encore <S|{nir}>.
        Assurée n° <S|{nir}>, régime général
        Le plus jeune du groupe est né le <B|{dob}>.
        Sur sa carte : née le <B|{dob}>.
        Elle a quitté la <R|chambre {room}> lundi.
        On a posé un détecteur dans l’<R|appartement {room}>.
        """.Split('\n');

    public static readonly string[] Health = """
        Sa femme est <H|{illF}>, il reste auprès d’elle.
        La secrétaire a <H|{illA}>, nous l’avons su tard.
        Notre graphiste, <H|{illM}>, a choisi les contrastes.
        J’ai appris que j’avais <H|{illA}>.
        Le gardien est devenu <H|{illM}> après un accident.
        <N|{mme} {sur}> vit avec <H|{illA}>.
        Mon cousin, qui est <H|{illM}>, a testé la rampe.
        Une élue <H|{illF}> a porté le sujet.
        """.Split('\n');

    public static readonly string[] Negative = """
        La fresque a été peinte par les enfants du quartier.
        Une sage-femme et deux médiatrices tiennent la permanence.
        Parler du handicap à l’école reste difficile.
        Nous avons loué la salle Jacques Brel pour {num} euros.
        Tout patient dialysé reçoit le livret.
        Le parking de l’hôpital Robert-Debré est payant.
        Les séances du {pdate} et du mois suivant sont annulées.
        Le centre de ressources autisme a relu les pictogrammes.
        Monsieur le Sous-préfet est excusé.
        Les associations de {town} se sont réunies au {home}.
        Un kit existe pour les salles d’attente.
        Les mamans du quartier ont écrit une chanson.
        La ligne 3 dessert la place du Docteur Lebreton.
        La charte parle de respect, d’écoute et de délai.
        Le vote a donné 14 voix pour et 3 contre.
        Les retours des familles {cond} sont précieux.
        """.Split('\n');
}
