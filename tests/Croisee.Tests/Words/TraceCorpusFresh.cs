namespace Croisee.Tests.Words;

/// <summary>
/// A set in another voice (minutes, complaints, letters, easy words), written when the detector was finished.
/// At first sight, before any rule had seen it: recall 95.2 % (names 94.9 %, health 90.5 %, the rest 100 %), precision 100 %.
/// What it showed was then put right; for a new honest figure, write a new set.
/// </summary>
internal static class TraceCorpusFresh
{
    public static readonly string[] Names = """
        Suite au décès de <N|{mme} {sur}>, le comité observe une minute de silence.
        Courrier remis en main propre à <N|{m} {sur}> le jour même.
        je vous écris au sujet de <N|madame {low}> qui vit chez vous depuis deux ans
        <N|{f}> a dit : « Je veux choisir mon repas. »
        Étaient présents : <N|{mme} {SUR} {f}>, <N|{m} {SUR}>, les représentants des familles.
        Quand <N|{f}> chante, tout le monde se tait.
        D’après <N|{mme} {sur}>, les réunions sont trop longues.
        Ma petite-fille <N|{f}> a fait les photos.
        Notre cuisinier, <N|{f} {sur}>, a goûté les menus avec le groupe.
        Réponse de <N|{m} {sur}> : la rampe sera posée en juin.
        C’est l’histoire de <N|{f}>, qui n’osait pas parler en réunion.
        Le bureau se compose de <N|{f} {SUR}> et de <N|{f} {SUR}>.
        Les parents de <N|{f}> demandent un rendez-vous.
        <N|{mme} {sur}> et <N|{mme} {sur}> ne sont pas d’accord.
        Le chauffeur <N|{f}> attend toujours que chacun soit assis.
        """.Split('\n');

    public static readonly string[] Others = """
        laissez un message au <P|{tel}> svp
        Numéro de la fille : <P|{tel}>, de la tutrice : <P|{tel}>
        Réponse souhaitée par courriel : <M|{mail}>
        elle m’a écrit de <M|{mail}> hier soir
        Sur l’ordonnance on lit <S|{nir}>, ce n’est pas normal.
        Numéro d’assurée : <S|{nir}>
        Le résident est né le <B|{dob}>, il a droit à cette aide.
        Née le <B|{dob}>. Entrée le 4 janvier 2021.
        fuite d’eau <R|chambre {room}> ce matin
        Il partage la <R|chambre {room}> avec un ancien collègue.
        Livrer le fauteuil <R|appartement {room}>, merci.
        """.Split('\n');

    public static readonly string[] Health = """
        Ma belle-sœur est <H|{illF}> et personne ne l’a crue.
        L’homme qui occupe le banc est <H|{illM}>.
        Avec <H|{illA}>, <N|{mme} {sur}> ne peut plus monter l’escalier.
        Son neveu a <H|{illA}> depuis l’enfance.
        Elle nous a confié qu’elle était <H|{illF}>.
        Un participant <H|{illM}> a proposé de baisser la lumière.
        <N|{f}>, <H|{illF}> depuis vingt ans, forme les étudiants.
        On m’a diagnostiqué <H|{illA}> l’an passé.
        Mon conjoint est <H|{illM}>, je suis son aidante.
        La trésorière souffre de <H|{illS}>.
        """.Split('\n');

    public static readonly string[] Negative = """
        Le comité d’éthique a rendu son avis le {pdate}.
        On demande un banc devant le {home}.
        Les élèves aides-soignants ont joué une saynète sur {topic}.
        Qui décide ? Le résident, sa famille, le médecin ?
        Nos trois ergothérapeutes et la diététicienne ont goûté les textures modifiées.
        Ouverture au public {cond2}, sur inscription, salle {num}.
        Le réseau Parkinson de la région a prêté ses fiches.
        La boîte à idées a reçu {num} papiers depuis {pyear}.
        Un traducteur en arabe, un autre en tigrigna et un troisième en dari étaient là.
        Le centre Léon Bérard et l’Institut Curie ont relu le texte.
        Deux mères et un grand-père ont raconté leur parcours.
        Le collège des personnes concernées compte neuf sièges.
        Madame la Préfète est attendue à 14 h 30.
        La convention a été signée à {town} en présence du recteur.
        Chaque patient souffrant de douleurs chroniques peut s’inscrire.
        La grille AGGIR ne dit pas tout.
        Il y a eu 12 accidents en {pyear}, contre 18 l’année d’avant.
        L’Espace Brassens est accessible aux personnes {cond}.
        On reparlera du diabète au prochain café santé.
        Parler de sa dépression n’est jamais facile, dit le groupe.
        """.Split('\n');
}
