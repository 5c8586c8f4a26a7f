namespace Croisee.Bench.Data;

/// <summary>
/// Our own list of French words of the field and around it, and enough of French grammar to inflect them. Made to give
/// generated sheets the look and the vocabulary curve of real ones, not to be correct French throughout.
/// </summary>
public static class GeneratedWords
{
    const string Nouns = """
        usager résident patient personne habitant famille proche aidant parent enfant adolescent jeune adulte aîné citoyen
        professionnel soignant médecin infirmier éducateur animateur directeur cadre psychologue assistant bénévole formateur
        chercheur enseignant étudiant élu partenaire représentant délégué président secrétaire membre médiateur facilitateur
        participation engagement expérience projet démarche action initiative atelier réunion groupe conseil commission comité
        assemblée association structure établissement service foyer résidence maison hôpital clinique centre quartier commune
        ville département région territoire pays équipe direction gouvernance collectif réseau coopérative fédération agence
        santé soin accompagnement parcours autonomie handicap maladie vieillesse dépendance fragilité précarité addiction
        prévention promotion éducation formation recherche évaluation qualité sécurité amélioration satisfaction enquête
        questionnaire entretien récit témoignage parole avis opinion proposition décision vote élection mandat représentation
        droit devoir liberté égalité dignité respect citoyenneté démocratie consentement confidentialité plainte réclamation
        charte règlement cadre convention contrat protocole procédure guide fiche livret affiche journal lettre compte rapport
        bilan budget financement moyen ressource outil méthode support document image pictogramme vidéo site plateforme
        numérique ordinateur tablette téléphone application message courrier information communication langage traduction
        lecture écriture compréhension expression discussion débat échange dialogue écoute concertation consultation
        collaboration partenariat coopération construction production création invention innovation transformation changement
        effet résultat impact bénéfice avantage difficulté frein obstacle levier condition besoin attente demande souhait
        désir choix préférence habitude usage pratique savoir compétence connaissance expertise confiance estime pouvoir
        reconnaissance rémunération indemnité défraiement statut emploi travail métier poste stage apprentissage
        insertion logement hébergement appartement chambre jardin cuisine repas menu restaurant table salle couloir entrée
        accueil admission arrivée départ sortie transition retour visite rencontre rendez invitation affichage annonce
        fête anniversaire spectacle théâtre musique chant danse peinture photographie exposition film livre bibliothèque
        sport marche vélo promenade voyage transport bus voiture mobilité accessibilité rampe ascenseur signalétique
        temps heure journée semaine mois année saison période calendrier rythme durée étape phase début fin suite
        question réponse problème solution idée piste hypothèse constat analyse diagnostic observation mesure indicateur
        objectif finalité principe valeur éthique sens vision stratégie politique plan programme dispositif mesure
        rôle fonction mission tâche responsabilité organisation planning animation coordination pilotage suivi
        référent interlocuteur correspondant contact relation lien rapport alliance conflit tension désaccord compromis
        accord consensus majorité minorité parité équilibre diversité différence singularité identité histoire mémoire
        culture tradition langue origine croyance religion genre sexualité intimité amour amitié solidarité entraide
        solitude isolement exclusion discrimination stigmatisation violence maltraitance bientraitance protection
        tutelle curatelle mesure juge justice prison peine loi décret article texte recommandation norme référence
        autorité ministère préfet maire municipalité collectivité administration institution caisse mutuelle assurance
        hospitalisation urgence consultation opération traitement médicament douleur symptôme rechute rétablissement
        rééducation réadaptation kinésithérapie ergothérapie nutrition alimentation sommeil hygiène vaccination dépistage
        cancer diabète insuffisance allergie asthme épilepsie autisme trouble déficience surdité cécité mémoire
        naissance maternité grossesse allaitement pédiatrie enfance école collège lycée université crèche classe élève
        vieillissement retraite senior décès deuil fin palliatif directive volonté testament
        alcool tabac drogue jeu réduction risque dommage substitution sevrage
        rue abri tente squat camp migration exil asile interprète papier titre carte dossier guichet
        argent dette crédit prix coût dépense facture aide allocation prestation subvention don fondation mécénat
        usine bureau magasin marché atelier chantier bâtiment travaux architecture espace lieu site adresse
        eau air bruit lumière chaleur climat environnement nature animal chien chat cheval arbre fleur légume fruit
        pain lait viande poisson café thé eau verre assiette couvert goût odeur couleur forme taille poids
        main bras jambe pied tête visage yeux oreille bouche coeur corps esprit âme pensée rêve émotion joie peur colère
        tristesse plaisir bonheur fierté honte courage patience espoir surprise merci bonjour sourire rire larme silence
        voix mot phrase page ligne point liste tableau graphique carte schéma dessin croquis maquette prototype test
        essai erreur réussite échec progrès retard avance délai échéance priorité urgence importance
        nombre chiffre pourcentage moyenne total somme part moitié tiers quart majorité ensemble reste
        monde société communauté population public groupe foule individu humain homme femme garçon fille bébé frère soeur
        père mère grand oncle tante cousin ami voisin collègue camarade pair expert novice débutant ancien nouveau
        chose objet matériel équipement appareil machine véhicule fauteuil lit chaise lampe porte fenêtre mur toit sol
        clé sac boîte panier enveloppe timbre stylo crayon papier cahier classeur étagère armoire
        nuit soir matin midi dimanche lundi mardi mercredi jeudi vendredi samedi hiver printemps automne vacances congé
        """;

    const string Verbs = """
        participer accompagner accueillir aider aimer aller améliorer amener analyser animer annoncer appeler apporter
        apprendre arriver associer assurer attendre avancer bénéficier changer chercher choisir citer collaborer commencer
        communiquer comprendre compter concerner conduire confier connaître conseiller constater construire consulter
        continuer contribuer coopérer créer décider découvrir décrire définir demander démarrer dépasser déposer désigner
        développer devenir dialoguer diffuser dire discuter donner durer échanger éclairer écouter écrire élaborer élargir
        élire encourager engager enrichir entendre entourer envisager envoyer essayer estimer établir étudier évaluer éviter
        évoluer exister expérimenter expliquer exprimer faciliter faire favoriser financer finir former formuler gagner
        garantir garder gérer grandir identifier imaginer impliquer impulser informer initier innover inscrire insister
        installer intégrer interroger intervenir inventer inviter jouer lancer lever libérer limiter lire manger manquer
        marquer mener mesurer mettre mobiliser modifier montrer motiver nommer noter nourrir observer obtenir offrir
        organiser orienter oser ouvrir parler partager partir passer penser permettre piloter planifier porter poser
        pouvoir pratiquer préciser prendre préparer présenter prévenir prévoir produire programmer progresser prolonger
        promouvoir proposer protéger questionner raconter rappeler rassembler réaliser recevoir rechercher recommander
        reconnaître recruter recueillir réduire réfléchir regarder regrouper rejoindre relever relire remercier remplir
        rencontrer rendre renforcer renouveler répondre représenter respecter rester restituer réunir réussir revenir
        rythmer sembler sensibiliser sentir servir signer simplifier situer solliciter sortir souhaiter soulever souligner
        soutenir suggérer suivre susciter tenir terminer tester tisser toucher traduire traiter transformer transmettre
        travailler trouver utiliser valider valoriser varier veiller vérifier vivre voir voter vouloir adapter adopter
        afficher agir ajouter ajuster alerter alimenter aménager appliquer apprécier approuver argumenter articuler
        assister atteindre augmenter autoriser bloquer cadrer capitaliser cibler clarifier coanimer coconstruire combler
        comparer compléter concevoir conclure confirmer confronter conserver consolider coordonner corriger croire croiser
        débattre déboucher décloisonner déléguer démontrer désirer dessiner détailler déterminer diminuer diriger dispenser
        disposer diversifier dynamiser effectuer émerger encadrer entamer entraîner entrer équiper espérer exercer exiger
        """;

    const string Adjectives = """
        social médical sanitaire éducatif participatif collectif individuel personnel familial local régional national
        départemental communal territorial public privé associatif professionnel usuel actif passif positif négatif
        concerné accompagné hébergé soigné formé informé impliqué engagé motivé satisfait inquiet fragile vulnérable
        autonome dépendant âgé jeune adulte ancien nouveau récent premier dernier principal secondaire essentiel important
        nécessaire utile facile difficile simple complexe clair lisible accessible ouvert fermé libre gratuit payant
        court long grand petit haut bas large étroit rapide lent fort faible doux dur chaud froid beau bon mauvais
        égal équitable juste injuste légal réglementaire obligatoire volontaire bénévole solidaire citoyen démocratique
        politique économique culturel artistique sportif numérique technique scientifique pédagogique thérapeutique
        expérientiel psychique psychologique physique moteur sensoriel intellectuel mental cognitif visuel auditif
        chronique aigu grave léger stable durable provisoire permanent régulier ponctuel annuel mensuel hebdomadaire
        quotidien partagé commun mutuel réciproque conjoint croisé paritaire représentatif élu nommé désigné
        innovant créatif original remarquable inspirant exemplaire pertinent efficace efficient réel virtuel mixte
        présent absent éloigné proche voisin isolé entouré vivant humain éthique respectueux bienveillant attentif patient
        étranger allophone francophone rural urbain périurbain montagnard maritime ultramarin
        hospitalier ambulatoire domiciliaire résidentiel institutionnel administratif juridique financier budgétaire
        matériel immatériel écrit oral visible invisible possible impossible probable certain incertain évident
        différent semblable divers multiple unique seul double triple entier partiel total global général spécifique
        blanc noir rouge vert bleu jaune gris rose orange violet rond carré
        heureux triste fier content curieux courageux prudent timide calme vif drôle sérieux gentil poli
        """;

    const string Others = """
        ensemble bien mal mieux souvent parfois rarement jamais longtemps bientôt enfin ensuite puis surtout notamment
        vraiment simplement directement régulièrement collectivement progressivement concrètement autour environ plusieurs
        chaque autre même certain deux trois quatre cinq six sept huit neuf dix vingt trente cent mille
        cvs cdu ehpad esat ime gem falc etp ars mdph pair-aidance pair-aidant auto-support co-construction aller-vers
        """;

    // What stands between the words of any French text; nearly half of what is read.
    public static readonly string[] Little = Split("""
        de la le les des et à l’ d’ en un une du pour dans que qui par sur avec au est ce il se ne pas plus son aux ont
        été sont cette leur ses ces nous elle mais ou leurs comme qu’ s’ n’ c’ entre sans tous
        """);

    static string[] Split(string words) => words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All forms of all words; the same list each time, without repeats.</summary>
    public static IReadOnlyList<string> Forms { get; } = Split(Nouns).SelectMany(Numbers)
        .Concat(Split(Verbs).SelectMany(Conjugated)).Concat(Split(Adjectives).SelectMany(Agreed)).Concat(Split(Others))
        .Distinct().ToList();

    static IEnumerable<string> Numbers(string noun) => noun switch
    {
        [.., 's' or 'x' or 'z'] => [noun],
        [.., 'a', 'l'] => [noun, noun[..^1] + "ux"],
        [.., 'a' or 'e', 'u'] => [noun, noun + "x"],
        _ => [noun, noun + "s"],
    };

    static IEnumerable<string> Agreed(string adjective)
    {
        var feminine = adjective switch
        {
            [.., 'e'] => adjective,
            [.., 'i', 'f'] => adjective[..^1] + "ve",
            [.., 'e', 'u', 'x'] => adjective[..^1] + "se",
            [.., 'i', 'e', 'r'] => adjective[..^2] + "ère",
            [.., 'g', 'e', 'r'] => adjective[..^2] + "ère",
            [.., 'e', 'l'] or [.., 'e', 'n'] or [.., 'o', 'n'] => adjective + adjective[^1] + "e",
            _ => adjective + "e",
        };
        return Numbers(adjective).Concat(Numbers(feminine)).Append(feminine.EndsWith('e') ? feminine + "ment" : feminine);
    }

    static IEnumerable<string> Conjugated(string verb)
    {
        var stem = verb[..^2];
        string[] endings = verb switch
        {
            [.., 'e', 'r'] => ["er", "e", "es", "ent", "ons", "ez", "ait", "aient", "é", "ée", "és", "ées", "era", "eront", "erait", "ant"],
            [.., 'i', 'r'] => ["ir", "it", "issent", "issons", "issait", "i", "ie", "is", "ira", "iront", "issant"],
            _ => ["re", "ent", "ons", "ait", "aient", "u", "ue", "us", "ra", "ront", "ant"],
        };
        return endings.Select(ending => stem + ending);
    }
}
