namespace Croisee.Tests.Words;

/// <summary>
/// A second set written after the rules. At first sight: recall 90.1 % (names 94.4 %, births 48.5 %, health 84.0 %),
/// precision 92.7 %: one pattern of each missed. What it showed was then put right in the rules, not in the lists.
/// </summary>
internal static class TraceCorpusSecond
{
    public static readonly string[] Names = """
        La proposition de <N|{mme} {sur}> a été retenue à l’unanimité.
        <N|{f}> pense que les bancs sont trop bas.
        Plainte transmise par <N|{f} {sur}> au médiateur.
        C’est <N|{mme} {sur}> qui distribue le courrier.
        Sans <N|{m} {sur}>, la chorale s’arrête.
        Mon beau-père <N|{f}> vit au deuxième étage.
        <N|{f} {sur}> (élue au CVS) demande un vote.
        On doit beaucoup à <N|{f} {sur}>.
        Une ancienne couturière, <N|{mme} {sur}>, a réparé les rideaux.
        Le mot de la fin revient à <N|{f}>, {age} ans.
        le neveu de <N|mr {low}> est venu avec le chien
        Bonjour, ici <N|{f} {sur}>, du groupe de parole.
        L’interprète, <N|{mme} {f} {SUR}>, a tout traduit.
        Nous pensons fort à <N|{mme} {sur}> et à ses enfants.
        """.Split('\n');

    public static readonly string[] Others = """
        urgent, rappeler le <P|{tel}> avant midi
        Sa tutrice est au <P|{tel}>, bureau 3.
        Voici mon courriel : <M|{mail}>.
        Relancer <M|{mail}> la semaine prochaine
        Matricule <S|{nir}> sur l’attestation.
        Le bulletin porte <S|{nir}> en haut à gauche.
        Entré à la résidence en 2020, né le <B|{dob}>.
        Le mari est né le <B|{dob}>, la femme aussi.
        L’ascenseur est loin de la <R|chambre {room}>.
        Le bruit vient de l’<R|appartement {room}>, paraît-il.
        """.Split('\n');

    public static readonly string[] Health = """
        Ma nièce est <H|{illF}>, elle dessine très bien.
        Le président a <H|{illA}> et reste actif.
        Une comédienne <H|{illF}> jouait le rôle principal.
        Depuis sa chute, mon grand-père est <H|{illM}>.
        <N|{m} {sur}> lutte contre <H|{illA}>.
        Notre voisin est <H|atteint de {ill}>, il oublie l’heure.
        À vingt ans, il apprend qu’il a <H|{illA}>.
        Je vis avec <H|{illA}>, et je travaille.
        """.Split('\n');

    public static readonly string[] Negative = """
        La cuisine centrale livre trois établissements du groupe.
        Le maire de {town} a reçu une délégation d’usagers.
        Un tiers des répondants souffre d’un manque d’information.
        Pourquoi un café sur {topic} ? Parce que les habitants l’ont demandé.
        Les ateliers ont lieu {street}, au rez-de-chaussée.
        Le département du Gers et la ville d’Auch cofinancent.
        Être aidant d’un proche malade, ce n’est pas un métier.
        Le livret a été tiré à {num} exemplaires.
        Le décret du {pdate} fixe la composition du conseil.
        La compagnie des Mots Croisés a joué à la {home}.
        Les travailleurs {cond2} de l’ESAT ont testé le site.
        Un comité de lecture relit chaque fiche avant publication.
        Le bus 14 s’arrête devant l’hôpital de jour.
        L’infirmier et le psychologue partagent un bureau.
        Nous avons suivi le guide de la Fédération hospitalière.
        Merci aux familles, aux bénévoles et à la mairie.
        """.Split('\n');
}
