using System.Collections.Frozen;

namespace Croisee.Words;

/// <summary>What carries names without being anybody: streets, establishments, laws, cities, organisations.</summary>
internal static partial class TraceLists
{
    public static readonly FrozenSet<string> Streets = Set("""
        rue rues avenue av boulevard bd bld place square allee allees impasse quai chemin route cours esplanade pont passage promenade rond-point faubourg voie
        sentier station metro arret gare carrefour parvis mail villa tunnel port montee venelle traverse chaussee
        """);

    public static readonly FrozenSet<string> Houses = Set("""
        hopital hopitaux clinique residence residences ehpad maison maisons foyer centre institut fondation association ecole college lycee universite campus salle amphi
        amphitheatre auditorium espace pavillon batiment pole unite site domaine chateau jardin jardins parc stade gymnase piscine theatre mediatheque bibliotheque
        musee cite quartier village hameau commune ville departement region canton eglise chapelle basilique cathedrale paroisse couvent creche halte accueil mas fam
        esat ime itep sessad savs samsah chu chru ch chrs csapa caarud had ssiad saad gem cmp cmpp camsp polyclinique cabinet laboratoire groupe reseau collectif mutuelle
        societe entreprise cooperative federation union ligue comite cercle club amicale faculte fac restaurant cafe hotel gite ferme librairie pharmacie epsm chs epsms
        ccas mjc mecs lycee-college groupement etablissement etablissements habitat logement tour immeuble aile villa bourg zone secteur
        """);

    public static readonly FrozenSet<string> Works = Set("""
        chien chienne chat chatte ane poney lapin perroquet cheval mascotte tortue poule coq hamster canari
        loi lois decret circulaire rapport mission plan prix charte convention commission methode approche pedagogie echelle test grille score indice syndrome maladie
        theorie modele theoreme norme label programme projet dispositif outil logiciel application appli jeu serie film livre revue journal magazine radio chanson
        fete trophee trophees concours coupe tournoi promotion amendement ordonnance arret jurisprudence affaire decision fonds bourse taxe reforme dossier
        questionnaire indicateur classification critere criteres principe pyramide matrice diagramme roman bd podcast exposition spectacle piece statue buste plaque
        bus ligne tramway train salon operation campagne appel manifeste declaration pacte protocole accord traite audit etude cohorte enquete barometre
        """);

    public static readonly FrozenSet<string> Saints = Set("saint sainte st ste saints saintes notre-dame");

    /// <summary>Famous names that head laws, prizes, methods and buildings; alone, they are nobody met.</summary>
    public static readonly FrozenSet<string> Famous = Set("""
        nobel kouchner pasteur curie veil jaures moliere voltaire claeys leonetti claeys-leonetti badinter evin neuwirth montessori freinet
        maslow likert deming ishikawa pareto braille haussmann napoleon zarit rorschach freud lacan piaget zorro noel alzheimer parkinson charcot down asperger
        crohn huntington hodgkin basedow kahler korsakoff tourette turner williams raynaud creutzfeldt-jakob lyme libault laforcade segur arnstein carman snoezelen
        """);

    /// <summary>Full names of the great and the dead; « Victor Hugo » is a street, « Hugo Garcia » is somebody.</summary>
    public static readonly HashSet<string> FamousPairs =
    [
        "victor hugo", "simone veil", "marie curie", "pierre curie", "louis pasteur", "jean jaures", "romain jacob", "francoise dolto", "georges pompidou", "rosa parks", "nelson mandela",
        "martin luther", "charles gaulle", "louis braille", "alois alzheimer", "maria montessori", "celestin freinet", "jules ferry", "emile zola", "albert camus", "jacques brel", "edith piaf",
        "georges brassens", "louise michel", "lucie aubrac", "jean moulin", "jean vilar", "marguerite duras", "simone beauvoir", "olympe gouges", "jules verne", "claude bernard", "ambroise pare",
        "paul brousse", "bernard kouchner", "jean leonetti", "abbe pierre", "jeanne arc", "paulo freire", "sherry arnstein", "charles peguy", "antoine saint-exupery", "jacques prevert", "helen keller",
    ];

    public static readonly FrozenSet<string> Places = Set("""
        paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon saint-etienne havre grenoble dijon angers villeurbanne nimes
        clermont-ferrand mans aix-en-provence aix brest tours amiens annecy limoges metz boulogne-billancourt perpignan besancon orleans rouen mulhouse caen nancy
        argenteuil montreuil roubaix tourcoing nanterre avignon vitry-sur-seine creteil dunkerque poitiers asnieres-sur-seine courbevoie versailles colombes fort-de-france
        aulnay-sous-bois saint-denis saint-pierre saint-paul saint-brieuc cherbourg pau calais cannes colmar bourges antibes merignac valence quimper lorient vannes troyes
        niort chambery laval la-rochelle rochelle belfort evreux beziers arles blois chartres cayenne mamoudzou noumea papeete epinal lens arras beauvais albi
        tarbes bayonne biarritz agen angouleme perigueux cahors rodez auch foix carcassonne narbonne sete ales gap digne ajaccio bastia macon auxerre nevers vichy moulins
        aurillac roanne bron venissieux chalons sedan charleville-mezieres vesoul lons-le-saunier bobigny pantin ivry sarcelles cergy evry melun meaux fontainebleau
        france belgique suisse luxembourg quebec canada allemagne espagne italie portugal maroc algerie tunisie senegal mali afrique europe angleterre londres bruxelles geneve
        montreal bretagne normandie alsace lorraine champagne picardie bourgogne auvergne savoie provence corse occitanie aquitaine limousin poitou vendee anjou touraine
        guadeloupe martinique guyane reunion mayotte polynesie ardeche ardennes ariege aube aude aveyron calvados cantal charente cher correze creuse dordogne doubs drome
        eure finistere gard gironde herault indre isere jura landes loire loiret lot lozere manche marne mayenne meuse morbihan moselle nievre nord oise orne rhone
        sarthe seine somme tarn var vaucluse vienne vosges yonne essonne gers ain aisne allier ile-de-france hauts-de-france paca seine-saint-denis loire-atlantique
        outre-mer ille-et-vilaine cotes-d'armor bouches-du-rhone haute-savoie val-de-marne val-d'oise franche-comte rhone-alpes centre-val mediterranee atlantique
        boves boulogne neuilly villeneuve bourg mont pont chateau vitry saintes florence lourdes ligne
        """);

    /// <summary>Words written with a capital in the name of an organisation, a product or a programme.</summary>
    public static readonly FrozenSet<string> Organisation = Set("""
        sante solidarite solidarites france international internationale national nationale regional regionale departemental departementale municipal municipale croix
        rouge croix-rouge reseau habitat humanisme secours catholique populaire medecins monde fondation assos association associations federation union ligue nord sud ouest
        haute autorite agence etat assemblee senat republique conseil commission comite cite hopital centre hospitalier universitaire residence maison foyer ehpad
        clinique institut institution ecole college lycee universite faculte pole service services unite cellule espace jardin jardins parc
        handicap handicaps emmaus apf unafam unapei adapei addictions restos coeur petits freres adalea just paralysie aides asso familles rurales
        google microsoft zoom teams excel word facebook whatsapp signal instagram youtube twitter linkedin forms doodle framadate powerpoint klaxoon wooclap miro canva
        charte guide plan loi code decret article livret annexe tableau figure chapitre partie module atelier projet programme mois semaine journee journees annee
        vivre bien ensemble parole paroles voix droit droits usage usagers mieux tous demain
        limesurvey sphinx framaforms orpea korian emera domusvi clariane humanis malakoff harmonie mgen macif carsat drees adoma coallia vivalto ramsay elsan insee samusocial uniformation famileo handifaction santebd pairsvie
        internet covid covid-19 ars has cnsa oms onu insee cnil dgos dgcs dpo rgpd falc cvs cdu ehpad noel paques toussaint ramadan pentecote
        """);

    /// <summary>Trees, flowers and places houses are called after; families too, behind a first name.</summary>
    public static readonly FrozenSet<string> Emblems = Set("""
        tilleuls glycines mimosas lilas roses cedres peupliers acacias marronniers oliviers platanes bouleaux saules erables chenes pins hirondelles mesanges alouettes
        coquelicots bleuets magnolias camelias hortensias iris genets bruyeres fougeres charmilles amandiers orangers vergers moulin fontaine sources colline coteau
        vallee grand grande grands petit petite bon belle riviere prairie etang rivage horizon passerelle
        """);

    public static readonly FrozenSet<string> Acronyms = Set("""
        ap-hp aphp apf cvs cdu ars has msa cpam caf mdph ccas ehpad fam mas ime esat sessad savs samsah chu chru chrs csapa caarud gem cmp had ssiad saad usld smr ssr
        falc caa picto dgos dgcs cnsa insee cnil rgpd dpo finess siret siren nir inami ansm ansp inserm cnrs ehesp ireps crex rmm ide idec idel as ash aes amp vmeh cme
        cse chsct irp rse dreets drees sgmap bmr iso pdf sms gps dvd tv wifi usb html rer sncf ratp tgv pmr etp ru rus cra pv oms onu ue cee unicef samu smur sos
        handas unapei adapei unafam fnapaef fnars adalea qualirel forap crsa ccomssi cts cls pta dac maia clic pasa uhr cmpp camsp itep ulis ash asip anesm
        anap oncd icope gir aggir apa pch aah rqth rsa cmu css ame covid vih ist tdah tsa avc bpco vhc vhb cancer aidants dom tom com ong asso asbl scop sas
        """);
}
