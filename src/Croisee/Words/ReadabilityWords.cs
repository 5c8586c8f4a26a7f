using System.Collections.Frozen;

namespace Croisee.Words;

/// <summary>The dictionaries of the easy-read report: each hard word or turn with what to write instead. All folded.</summary>
internal static class EasyLists
{
    /// <summary>Words of the trade, several words allowed; the longest is met first.</summary>
    public static readonly FrozenDictionary<string, string> Jargon = Pairs("""
        gouvernance=qui décide|dispositif=aide, service|autodetermination=choisir pour soi|parties prenantes=les personnes concernées|partie prenante=une personne concernée|inclusion=vivre avec tous
        comite de pilotage=le groupe qui décide|copil=le groupe qui décide|participatif=fait avec les personnes|participative=faite avec les personnes|mettre en oeuvre=faire|mettons en oeuvre=faisons|mise en oeuvre=faire
        mis en oeuvre=fait|mettent en oeuvre=font|plan d'action=ce qu’on va faire|consentement eclaire=dire oui quand on a compris|diagnostic territorial=regarder ce qui manque|prise en charge=aide, soin|accompagnement=aide
        levier=ce qui aide|leviers=ce qui aide|frein=ce qui bloque|freins=ce qui bloque|synergie=travailler ensemble|synergies=travailler ensemble|co-construire=faire ensemble|co-construisons=faisons ensemble|coconstruire=faire ensemble
        co-construction=faire ensemble|coconstruction=faire ensemble|coconstruisons=faisons ensemble|co-construit=fait ensemble|coconstruit=fait ensemble|empowerment=avoir du pouvoir|pouvoir d'agir=pouvoir décider|capacitation=apprendre à décider
        expertise d'usage=ce que l’on sait par sa vie|savoirs experientiels=ce que l’on sait par sa vie|savoir experientiel=ce que l’on sait par sa vie|pair-aidance=aide entre personnes qui vivent la même chose|transversal=avec plusieurs services|transversalite=travailler avec plusieurs services
        pluridisciplinaire=avec plusieurs métiers|pluriprofessionnel=avec plusieurs métiers|interdisciplinaire=avec plusieurs métiers|problematique=problème|problematiques=problèmes|thematique=sujet|thematiques=sujets|modalites=façon de faire|modalite=façon de faire
        preconisation=conseil|preconisations=conseils|recommandation=conseil|recommandations=conseils|evaluation=regarder si cela marche|indicateur=chiffre pour voir|indicateurs=chiffres pour voir|impact=effet|objectif=but|objectifs=buts|strategie=façon d’avancer|strategique=important
        perennite=durée|perenniser=faire durer|essaimage=copier ailleurs|essaimer=copier ailleurs|mutualisation=partager|mutualiser=partager|optimiser=faire mieux|optimisation=faire mieux|favoriser=aider|favorise=aide|initier=commencer|implementer=installer|implementation=installer
        concertation=discuter ensemble|codecision=décider ensemble|coordination=organiser ensemble|partenariat=travail avec d’autres|partenariats=travail avec d’autres|partenarial=avec d’autres|instance=groupe|instances=groupes|mandat=durée pour représenter|quorum=nombre de personnes qu’il faut
        deliberation=discuter et décider|deliberer=discuter et décider|referentiel=liste de règles|protocole=règles à suivre|procedure=étapes à suivre|cadre legal=loi|reglementaire=dans la loi|reglementation=règles|conformement=comme le dit|prealable=avant|prealablement=avant
        ulterieurement=plus tard|anterieur=d’avant|nonobstant=malgré|beneficiaire=personne aidée|beneficiaires=personnes aidées|public cible=les personnes|publics cibles=les personnes|usage=façon d’utiliser|rehabilitation=retrouver sa vie|remediation=réapprendre|etayage=soutien
        parcours de soins=les étapes pour se soigner|projet personnalise=mon projet|projet d'etablissement=le projet de la maison|personnalise=fait pour la personne|personnalisee=faite pour la personne|institutionnel=de la maison|institution=maison, service|habilitation=autorisation
        vulnerabilite=être fragile|precarite=manquer d’argent|ambulatoire=sans dormir à l’hôpital|chronique=qui dure|therapeutique=pour se soigner|pathologie=maladie|pathologies=maladies|polypathologie=plusieurs maladies|neurodegeneratif=qui abîme le cerveau|prevention=éviter un problème
        mediation=aide pour se parler|facilitateur=personne qui aide à parler|facilitation=aider à parler|ingenierie=organisation|methodologie=façon de faire|experimentation=essai|experimenter=essayer|innovation=nouveauté|innovant=nouveau|innovante=nouvelle|valorisation=montrer la valeur|valoriser=montrer la valeur
        externalisation=confier à d’autres|financement=argent|subvention=argent donné|budgetaire=sur l’argent|gestion=organisation|piloter=diriger|pilotage=diriger|restitution=dire ce qu’on a trouvé|formaliser=écrire|emancipation=devenir libre|democratie en sante=participer aux décisions de santé|consultation=demander l’avis|territoire=endroit, région
        demarche=façon de faire|collaboratif=fait ensemble|collaborative=faite ensemble|citoyennete=être citoyen|representativite=parler pour les autres|legitimite=avoir le droit|sensibilisation=faire comprendre|sensibiliser=faire comprendre|outil d'evaluation=questions pour voir
        empouvoirement=avoir du pouvoir|perennisation=faire durer|perennise=fait durer|pilotent=dirigent|pole qualite=les personnes qui vérifient|institutionnelle=de la maison|coordonner=organiser ensemble|deploiement=mise en route|deployer=mettre en route
        """);

    public static readonly FrozenDictionary<string, string> Foreign = Pairs("""
        feedback=avis|brainstorming=chercher des idées|workshop=atelier|coaching=aide pour apprendre|job coaching=aide au travail|flyer=papier, affiche|flyers=papiers, affiches|meeting=réunion|meetings=réunions|benchmark=comparer|benchmarking=comparer|networking=rencontrer des gens
        debriefing=parler de ce qui s’est passé|debrief=parler de ce qui s’est passé|briefing=dire quoi faire|newsletter=lettre d’information|reporting=compte rendu|kick-off=début|deadline=dernier jour|timing=durée|process=étapes|best practices=bonnes idées|empowerment=pouvoir de décider|care=prendre soin|case management=suivi par une personne|open space=grande salle|coworking=travail partagé
        design thinking=chercher des idées ensemble|design=dessin, forme|challenge=défi|challenges=défis|leadership=savoir guider|leader=guide|team building=mieux se connaître|turnover=les gens changent|burn-out=grande fatigue|think tank=groupe de réflexion|storytelling=raconter|podcast=émission à écouter
        webinaire=réunion sur internet|webinar=réunion sur internet|streaming=en direct|live=en direct|tips=conseils|mindset=façon de penser|checklist=liste|check-list=liste|to-do list=liste|world cafe=discussion à plusieurs tables|living lab=lieu d’essai|hackathon=journée pour inventer|speed dating=rencontres rapides
        patient advocacy=défense des patients|peer support=aide entre personnes|housing first=un logement d’abord|outreach=aller vers les gens|a priori=avant de savoir|a posteriori=après|ad hoc=fait pour cela|in situ=sur place|vice versa=et dans l’autre sens|de facto=en vrai|statu quo=rien ne change|grosso modo=à peu près
        """);

    /// <summary>Images, by the words that give them away.</summary>
    public static readonly string[] Metaphors =
    [
        "charrue avant les boeufs", "le vent en poupe", "brise la glace", "briser la glace", "pierre a l'edifice", "pleut des cordes", "un pont entre", "des ponts entre", "fleurissent", "fleurit", "meme bateau", "tend la main", "tendre la main", "tendent la main",
        "porte ouverte a", "cle de voute", "coeur du projet", "au coeur de", "pierre angulaire", "fil rouge", "fil conducteur", "chef d'orchestre", "demarrer sur les chapeaux", "tourner la page", "tourne la page", "mettre les pieds dans le plat", "tirer les ficelles", "bras droit", "coup de pouce",
        "coup de main", "boule de neige", "feu vert", "ligne rouge", "parcours du combattant", "un vrai casse-tete", "casse-tete", "se jeter a l'eau", "jette a l'eau", "noyer le poisson", "mettre la main a la pate", "mis la main a la pate", "la main a la pate", "du pain sur la planche", "la balle est dans", "tombe a l'eau", "tombent a l'eau", "tombee a l'eau", "les pieds dans le plat", "au bord du chemin", "sur le bord du chemin", "mettre de l'huile", "prendre le train en marche", "tire son epingle du jeu", "jouer le jeu", "joue le jeu", "porte ses fruits", "porter ses fruits", "portent leurs fruits",
        "faire tache d'huile", "tache d'huile", "le bout du tunnel", "bout du tunnel", "garder le cap", "garde le cap", "prendre racine", "prend racine", "semer une graine", "graine de", "terreau", "dans la meme direction", "main dans la main", "a bras ouverts", "lever les voiles", "vitesse de croisiere", "petit poucet",
        "arriere-plan", "mur de", "barriere invisible", "toile de fond", "cheval de bataille", "epine dorsale", "poumon du quartier", "moteur du projet", "le ciment", "tisser des liens", "tisse des liens", "tissent des liens", "faire vivre la parole", "donner le la", "donne le la", "changer de cap", "etre a cheval", "casser les murs", "casse les murs", "ouvre des portes", "ouvrir des portes", "sur la meme longueur", "coup de coeur", "a la croisee",
    ];

    public static readonly FrozenDictionary<string, string> Abbreviations = Pairs("""
        etc=donnez deux exemples, sans « etc. »|mme=Madame|mlle=Madame|dr=docteur|pr=professeur|p=page|pp=pages|cf=voir|tel=téléphone|asso=association|info=information|infos=informations|doc=document|docs=documents|kine=kinésithérapeute|psy=psychologue|appt=appartement|rdv=rendez-vous|ex=par exemple|art=article|env=environ|max=au plus|min=au moins|svp=s’il vous plaît|resto=restaurant|ordi=ordinateur|educ=éducateur|ado=adolescent|ados=adolescents|janv=janvier|fevr=février|sept=septembre|oct=octobre|nov=novembre|dec=décembre|av=avenue|bd=boulevard|num=numéro
        """);

    /// <summary>Short forms everybody says.</summary>
    public static readonly FrozenSet<string> KnownAcronyms = Set("TV SMS OK DVD CD WC");

    public static readonly FrozenSet<string> LongAcronyms = Set("EHPAD SESSAD SAMSAH ESMS ESSMS SSIAD CPAM ANESM FINESS DREES INSEE UNAFAM UNAPEI APAJH ADAPEI SAVS ESAT MDPH CESF FALC RGPD HANDAS PCPE UEMA DITEP ITEP CAMSP CMPP CSAPA CAARUD CHRS CADA SIAO ANAP DGCS CNSA");

    /// <summary>Words for one thing: one text keeps to one of them.</summary>
    public static readonly string[][] Synonyms =
    [
        ["reunion", "rencontre", "seance", "assemblee"], ["resident", "usager", "beneficiaire", "patient", "pensionnaire", "client"], ["logement", "habitation", "domicile", "appartement"], ["professionnel", "salarie", "employe", "personnel", "agent"],
        ["etablissement", "structure", "institution", "residence"], ["repas", "collation", "restauration"], ["avis", "opinion", "point de vue"], ["projet", "demarche", "initiative", "action"], ["document", "papier", "dossier", "livret"], ["aide", "soutien", "appui"], ["enquete", "questionnaire", "sondage"], ["benevole", "volontaire"], ["soignant", "infirmier"],
        ["medecin", "docteur"], ["lettre", "courrier"], ["sortie", "excursion"], ["formation", "stage"], ["membre", "adherent"], ["bus", "autocar"], ["trajet", "deplacement"], ["metier", "profession"], ["dispute", "conflit"],
    ];

    public static readonly FrozenSet<string> NumberWords = Set("""
        deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante septante nonante cent cents mille dix-sept dix-huit dix-neuf vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept
        vingt-huit vingt-neuf trente-deux trente-trois quatre-vingts quatre-vingt soixante-dix quatre-vingt-dix vingtaine trentaine dizaine douzaine quinzaine centaine cinquantaine
        """);

    /// <summary>« quarante-deux », « vingt-et-un »: made of the words of numbers, whichever.</summary>
    public static bool IsNumberWord(string folded) =>
        NumberWords.Contains(folded) || folded.Contains('-', StringComparison.Ordinal) && folded.Split('-') is var parts && NumberWords.Contains(parts[0]) && parts.All(p => p is "et" or "un" or "une" || NumberWords.Contains(p));

    private static FrozenDictionary<string, string> Pairs(string text) =>
        text.Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split('=')).DistinctBy(p => p[0]).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
