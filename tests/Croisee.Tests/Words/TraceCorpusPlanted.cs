namespace Croisee.Tests.Words;

/// <summary>Sentences with traces. <c>&lt;N|…&gt;</c> plants a trace of that kind; <c>{slot}</c> is drawn by <see cref="TraceCorpus"/>.</summary>
internal static class TraceCorpusPlanted
{
    public static readonly string[] Names = """
        <N|{mme} {sur}> a pris la parole au conseil de la vie sociale.
        Nous avons demandé à <N|{m} {sur}> de relire le livret d’accueil.
        L’idée vient de <N|{mme} {sur}>, qui anime l’atelier depuis deux ans.
        Grâce à <N|{m} et {mme} {sur}>, le jardin partagé a vu le jour.
        Le <N|{dr} {sur}> a soutenu la démarche dès le départ.
        La réunion a été animée par <N|{f} {SUR}> et l’équipe d’animation.
        <N|{f} {SUR}>, représentante des familles, a présenté le bilan.
        Ma voisine <N|{f}> ne sort plus depuis l’hiver.
        La résidente <N|{f} {I}.> a lu son texte devant tout le monde.
        <N|{f}>, {age} ans, a dessiné l’affiche du forum.
        Un patient prénommé <N|{f}> nous a beaucoup appris.
        Mon fils <N|{f}> attend une place depuis trois ans.
        Le témoignage de <N|{f} {sur}> a ému toute la salle.
        <N|{mme} {SUR}> souhaite que les repas soient servis plus tard.
        merci à <N|mme {low}> pour son aide
        j’ai vu <N|mr {low}> hier au café des aidants et il était content
        c’est <N|monsieur {low}> qui a proposé les sorties
        Nous avons rencontré <N|{f} {sur}>, pair-aidante au GEM.
        L’infirmière <N|{f}> passe chaque matin et prend le temps.
        Avec <N|{f} {sur}>, nous avons écrit la charte.
        Le président du CVS, <N|{m} {sur}>, a transmis l’avis.
        La directrice <N|{f} {sur}> a répondu dans le mois.
        Il s’appelle <N|{f}> et il vient à toutes les séances.
        <N|{f}> nous a dit qu’on ne l’écoutait pas.
        On a pleuré quand <N|{f}> est partie.
        <N|M. {sur}> et <N|Mme {sur}> ont participé aux deux ateliers.
        Sa sœur, <N|{mme} {sur}>, l’accompagne à chaque réunion.
        <N|Sœur {f}> visite les personnes isolées.
        <N|L’abbé {sur}> prête la salle paroissiale.
        Propos recueillis par <N|{f} {sur}> le 3 mars 2024.
        Contact : <N|{f} {SUR}>
        La fille de <N|{mme} {sur}> a demandé un rendez-vous.
        <N|{SUR} {f}> : présent. Le quorum est atteint.
        Mon mari <N|{f}> et moi avons rejoint le comité.
        Le service du <N|Pr {sur}> a ouvert ses portes aux associations.
        Un bénévole, <N|{f} {sur}>, tient la permanence du jeudi.
        La famille <N|{sur}> a offert des livres.
        Son éducatrice <N|{f}> l’a aidé à préparer la visite.
        """.Split('\n');

    public static readonly string[] Contacts = """
        Vous pouvez l’appeler au <P|{tel}> le matin.
        Pour participer, téléphonez au <P|{tel}>.
        Son portable : <P|{tel}>
        tel <P|{tel}>, laisser un message
        La voisine répond au <P|{tel}> ou à la loge.
        Appelez la famille (<P|{tel}>) avant la visite.
        Il a laissé son numéro, <P|{tel}>, sur la feuille de présence.
        Tél. : <P|{tel}> — demander l’animatrice.
        En cas d’absence joindre le <P|{tel}>.
        Mon numéro est le <P|{tel}>.
        Écrivez-lui à <M|{mail}> pour la suite.
        Son adresse est <M|{mail}>.
        Contact : <M|{mail}> ou <P|{tel}>
        Les inscriptions se font auprès de <M|{mail}>.
        mail : <M|{mail}>, elle répond vite
        J’ai envoyé le compte rendu à <M|{mail}> et je n’ai pas eu de réponse.
        Merci de répondre (<M|{mail}>) avant vendredi.
        Pour le joindre : <M|{mail}>
        La fille du résident écrit depuis <M|{mail}>.
        """.Split('\n');

    public static readonly string[] Papers = """
        Son numéro de sécurité sociale est le <S|{nir}>.
        NIR : <S|{nir}>
        Le dossier porte le numéro <S|{nir}>, recopié à la main.
        On lui a demandé son numéro (<S|{nir}>) trois fois.
        n° sécu <S|{nir}> sur la feuille de soins
        Elle nous a donné sa carte Vitale, <S|{nir}>, pour remplir le formulaire.
        J’ai noté <S|{nir}> sur le bon de transport.
        Elle est née le <B|{dob}> à {town}.
        DDN : <B|{dob}>
        Date de naissance : <B|{dob}>
        Un résident né le <B|{dob}> a demandé à voter.
        Il est né le <B|{dob}> et vit ici depuis 2019.
        La patiente (née le <B|{dob}>) attend sa chambre.
        Née le <B|{dob}>, elle garde une mémoire vive des chansons.
        Monsieur est né en <B|{year}> à {town}.
        Je suis née le <B|{dob}> et je veux encore décider.
        Son père, né le <B|{dob}>, refusait l’entretien.
        Né(e) le : <B|{dob}>
        Sa date de naissance est le <B|{dob}>.
        """.Split('\n');

    public static readonly string[] Rooms = """
        La personne de la <R|chambre {room}> ne descend plus manger.
        Elle occupe la <R|chambre {room}> depuis l’été.
        Un résident (<R|ch. {room}>) a demandé un menu sans sel.
        Merci de passer <R|chambre n° {room}> pour recueillir son avis.
        Le monsieur de l’<R|appartement {room}> aide au jardin.
        Les filles de la <R|chambre {room}> ont écrit au CVS.
        Elle loge à l’<R|appt {room}>, au bout du couloir.
        Réclamation reçue : <R|chambre {room}>, douche froide.
        Il dort dans le <R|lit 2> près de la fenêtre.
        La dame de <R|la {num}> voudrait voir le médecin.
        Le résident de <R|la {num}> refuse les sorties.
        Visite à la <R|chambre {room}> avec la bénévole.
        On a changé le matelas de la <R|chambre numéro {room}>.
        Le voisin du <R|studio {num}> met la musique trop fort.
        """.Split('\n');

    public static readonly string[] Health = """
        <N|{mme} {sur}>, <H|{illF}>, a participé à tout le projet.
        Une résidente <H|atteinte de {ill}> a trouvé sa place dans le groupe.
        Il est <H|{illM}> et il en parle librement.
        Mon fils <H|{illM}> attend une place depuis trois ans.
        Elle a <H|{illA}> depuis dix ans.
        Mon père a eu <H|{illA}> pendant le confinement.
        <N|{m} {sur}> souffre d’<H|{illU}>.
        Je suis <H|{illF}> et je fais partie du comité.
        La voisine a <H|{illA}>, on ne le savait pas.
        Ma mère est <H|{illF}>, elle ne peut plus lire les panneaux.
        <N|{f}>, {age} ans, <H|{illM}>, vient en taxi.
        Une bénévole <H|{illF}> anime la chorale.
        Il est <H|atteint de {ill}>, d’où le fauteuil.
        <N|{mme} {sur}> est suivie pour <H|{illA}>.
        Le mari de la présidente est <H|{illM}>.
        Elle est devenue <H|{illF}> après son accident.
        On lui a découvert <H|{illA}> au printemps.
        Notre collègue a fait <H|une dépression> l’an dernier.
        Son frère est <H|{illM}> et vit en foyer.
        <N|{f} {SUR}> (<H|{illF}>) a relu la fiche.
        Un jeune <H|{illM}> nous a montré le chemin.
        La résidente qui a <H|{illA}> mange seule.
        Ma fille a <H|{illA}>, personne ne nous avait prévenus.
        Ce monsieur est <H|sous dialyse> trois fois par semaine.
        """.Split('\n');
}
