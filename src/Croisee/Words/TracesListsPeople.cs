using System.Collections.Frozen;

namespace Croisee.Words;

/// <summary>Words for one person, for many, and for things that may be « né en 2015 » without being anybody.</summary>
internal static partial class TraceLists
{
    public static readonly FrozenSet<string> Kin = Set("""
        mere pere maman papa fils fille frere soeur mari femme epoux epouse conjoint conjointe compagnon compagne oncle tante cousin cousine neveu niece
        grand-mere grand-pere grand-maman mamie papi papy mamy meme pepe belle-mere beau-pere belle-fille beau-fils gendre bru belle-soeur beau-frere
        tata tonton tatie tati maminou mami meme pepere memere arriere-petit-fils arriere-petite-fille belle-maman beau-papa petit-neveu petite-niece
        petit-fils petite-fille filleul filleule parrain marraine veuf veuve fiance fiancee bebe jumeau jumelle ex-mari ex-femme demi-frere demi-soeur
        """);

    /// <summary>One person by the place held here; their illness is theirs even behind « le » or « la ».</summary>
    public static readonly FrozenSet<string> Placed = Set("""
        voisin voisine resident residente dame monsieur homme garcon gamin gamine ami amie copain copine camarade colocataire locataire collegue
        pensionnaire heberge hebergee hospitalise hospitalisee stagiaire benevole salarie salariee pair-aidant pair-aidante mediateur mediatrice jeune-homme
        directeur directrice president presidente vice-president vice-presidente adjoint adjointe secretaire tresorier tresoriere cadre chef cheffe responsable
        coordinateur coordinatrice coordonnateur coordonnatrice infirmier infirmiere aide-soignant aide-soignante aide-soignant(e) educateur educatrice animateur
        animatrice psychologue psychiatre assistant assistante referent referente delegue deleguee representant representante enseignant enseignante chercheur
        chercheuse formateur formatrice facilitateur facilitatrice pharmacien pharmacienne kine kinesitherapeute ergotherapeute orthophoniste dieteticien dieteticienne
        sage-femme ambulancier brancardier tuteur tutrice curateur curatrice mandataire ouvrier ouvriere travailleur travailleuse employe employee cuisinier cuisiniere
        gardien gardienne concierge maire elu elue avocat avocate chauffeur lingere stagiaire apprenti apprentie etudiant etudiante lyceen lyceenne collegien collegienne
        gars mec nana gosse mome bonhomme doyen doyenne aieul aieule octogenaire nonagenaire centenaire septuagenaire sexagenaire coiffeur coiffeuse instituteur institutrice
        cure pasteur imam rabbin diacre aumonier proviseur brigadier capitaine commandant lieutenant sergent adjudant colonel
        curiste interne moniteur monitrice comptable jardinier jardiniere agent agente pensionnaire demandeuse demandeur refugie refugiee detenu detenue ancien-combattant belle-soeur ergo psychomotricien psychomotricienne
        retraite retraitee maitresse menage auxiliaire medecin bonhomme nonne religieux religieuse soignant soignante intervenant intervenante accompagnant accompagnante
        """);

    /// <summary>One person who may also stand for all (« le patient », « une personne »).</summary>
    public static readonly FrozenSet<string> Generic = Set("""
        personne patient patiente usager usagere malade individu eleve enfant adulte adolescent adolescente ado jeune proche aidant aidante parent sujet citoyen
        citoyenne habitant habitante client cliente beneficiaire participant participante adherent adherente membre senior aine ainee
        """);

    public static readonly FrozenSet<string> People = Kin.Union(Placed).Union(Generic).ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> Many = Set("""
        personnes patients patientes usagers usageres malades individus eleves enfants adultes adolescents adolescentes ados jeunes proches aidants aidantes parents
        citoyens citoyennes habitants habitantes clients beneficiaires participants participantes adherents membres seniors aines gens residents residentes dames
        hommes femmes meres peres familles voisins voisines amis collegues stagiaires benevoles salaries professionnels soignants infirmiers infirmieres etudiants
        public publics population populations groupe groupes collectif foyer foyers ceux celles quelqu'un chacun chacune equipe equipes tous toutes beaucoup certains certaines
        travailleurs retraites locataires ouvriers agents medecins accompagnants intervenants couples freres soeurs fils-et-filles filles
        """);

    public static readonly FrozenSet<string> Adjectives = Set("""
        jeune jeunes vieux vieil vieille petit petite grand grande ancien ancienne cher chere pauvre meilleur meilleure autre nouvelle nouveau nouvel seul seule
        propre gentil gentille brave certain certaine premiere premier deuxieme
        """);

    public static readonly FrozenSet<string> Things = Set("""
        projet projets idee idees association collectif groupe demarche demarches atelier ateliers initiative initiatives action actions dispositif comite reseau
        programme service etablissement residence structure fondation loi partenariat plateforme outil cvs cdu conseil commission cafe cafes journal jeu livret guide
        charte instance communaute federation union equipe maison centre unite foyer lieu espace concept notion methode mouvement cooperation experience experimentation
        festival exposition podcast film livre site application formation module questionnaire barometre enquete label prix reforme plan politique convention recherche
        reflexion volonte besoin envie rencontre rencontres discussion dialogue campagne operation evenement fete chorale troupe club gem mediation instances jardin
        revue magazine blog radio chaine emission piece spectacle concert friperie epicerie boutique ferme restaurant cantine bibliotheque ludotheque ressourcerie cooperative compagnie coalition mission agence pole antenne
        filiere cellule pacte accord fonds bourse concours defi challenge rallye tournoi rituel tradition coutume marche kermesse brocante carte appli protocole kit mallette fresque bus camion minibus collection fiche coordination
        commune region departement metropole ville quartier entreprise usine ecole lycee college hopital clinique ehpad residences service-civique syndicat parti theatre cinema musee monument eglise
        chantier consultation permanence ligne numero bulletin gazette forum assemblee parlement jury panel dynamique dispositifs proposition propositions
        """);

    public static readonly FrozenSet<string> Negative = Set("chaque tout toute tous toutes aucun aucune nul nulle n'importe quelque quiconque quelconque les des nos vos leurs ces certains certaines plusieurs");

    /// <summary>Verbs only a person is the subject of, third person singular.</summary>
    public static readonly FrozenSet<string> HumanVerbs = Set("""
        raconte racontait temoigne temoignait pleure pleurait sourit souriait habite habitait dort dormait mange mangeait marche marchait
        chante chantait parle parlait confie sanglote rit riait boite crie criait s'ennuie sort sortait tricote peint cuisine jardine lit lisait
        explique expliquait ajoute repond repondait dit disait pense pensait aime aimait deteste prefere refuse refusait demande demandait souhaite souhaitait
        espere craint s'inquiete s'appelle s'est s'occupe travaille travaillait suit boude tremble ronfle fume boit regarde rentre adore comprend connait sait voudrait danse dessine apporte prepare attend ecoute gagne joue veut ecrit tousse vit vivait vient venait arrive arrivait participe participait accepte acceptait oublie tombe tombait
        tape bat lance pose montre choisit plante filme photographie ecoutait voulait pouvait savait devait sait trouve trouvait croit croyait estime estimait insiste rappelle regrette souligne remarque hesite proteste plaisante rougit applaudit approuve desapprouve tient tenait plie coud repasse frappe appelle quitte garde
        """);

    /// <summary>Human verbs and participles that an organisation may be the subject of too.</summary>
    public static readonly FrozenSet<string> SharedVerbs = Set("""
        participe participait accepte acceptait refuse refusait demande demandait souhaite souhaitait explique expliquait arrive arrivait vient venait repond repondait
        espere parle parlait ajoute s'est s'occupe s'appelle travaille apporte prepare attend ecoute gagne joue veut propose voulu reconnu ne nee toujours beaucoup entre oublie reste
        demenage ecrit tape bat lance pose montre choisit plante filme photographie ecoutait voulait pouvait savait devait sait trouve estime rappelle regrette souligne insiste tient garde quitte appelle
        """);

    /// <summary>What follows « a » or « est » when a person is spoken of.</summary>
    public static readonly FrozenSet<string> HumanParticiples = Set("""
        chante danse dessine lu joue cuisine tricote grandi vecu vieilli sourit pleure epouse travaille fete fredonne
        dit raconte explique temoigne confie crie ri souri voulu refuse accepte demande demenage perdu oublie appris parle participe souffert mange dormi
        vote signe trinque ronfle danse filme pu su ose peur froid faim mal envie honte ecrit propose ajoute repondu reconnu retrouve aime prefere beaucoup toujours
        venu venue tombe tombee parti partie arrive arrivee ne nee decede decedee mort morte entre entree reste restee revenu revenue hospitalise hospitalisee
        devenu devenue content contente heureux heureuse triste fatigue fatiguee seul seule timide bavard bavarde marie mariee veuf veuve divorce divorcee retraite retraitee
        inquiet inquiete age agee fier fiere ravi ravie
        """);
}
