using System.Collections.Frozen;

namespace Croisee.Words;

/// <summary>Ordinary words: at the start of a sentence their capital says nothing; behind « monsieur » they are no surname.</summary>
internal static partial class TraceLists
{
    public static readonly FrozenSet<string> Ordinary = Set("""
        accord accueil achat acte activite adresse affaire age agent aide air allocation aller alternative amelioration ami amour analyse animal anniversaire annonce
        appartement appel appui apprentissage arbre argent arrivee art assiette attente attention atout audience auto avantage avenir avis axe balade bal ballon banc base
        bataille beaute bebe besoin bibliotheque bilan boite bonheur bord bouche bouquet bras bruit budget bulletin bureau but cadeau cafe cahier calendrier calme campagne
        canne caractere carnet carte cas cause chaise chaleur chambre chance changement chanson chant chantier charge chat chemin cheval cheveux chien chiffre choix chose
        ciel cinema classe cle coiffeur coiffure colere collation colloque colonne compagnie compte confiance conflit connaissance consentement consequence construction
        contact contenu contexte contrainte contrat contribution conversation copie corps cote couleur couloir coup cour courage courrier courses cout couture creation
        crise cuisine culture curiosite danger danse date debat debut decembre decision declaration degre dejeuner delai demarche demande depart depense deplacement dessin
        detail deuil developpement dialogue dieu difficulte dignite diner dimanche discussion disponibilite distance document dommage don donnee donnees douceur douche
        douleur duree eau ecart echange echanges echec ecoute ecran ecriture effet effets effort egalite emission emploi endroit energie enjeu enjeux ennui enquete entree
        entretien envie epoque equilibre erreur escalier espoir esprit essai etage etape ete etude evaluation evenement evolution exemple exercice experience expression
        facon faim famille fatigue fauteuil fenetre ferme fete feuille fiche fierte film fin finalement fleur foi fois fonction fond force formation forme forum frais froid
        fruit gateau gare geste gout groupe guerre habitude hall heure heures histoire hiver honneur humeur humour idee image impression independance infirmerie information
        initiative intention interet invitation isolement issue jardinage jeu jeux joie jouet jour journal jouer kinesitherapie laine langage langue lecture lettre lien liens
        lieu ligne linge lisibilite liste livre loisir loisirs lumiere lundi lunettes magasin main mardi matin materiel matinee medicament medicaments memoire menage menu mer
        message mesure methode midi milieu minute mise mission moment moments montagne mort mot mots mouvement moyen moyens musique nature neige niveau nom nombre nouvelle
        nouvelles nuit numero objectif objectifs objet observation occasion odeur oiseau ombre opinion ordinateur ordre oreille organisation origine outil outils ouverture
        page paix panier papier parcours part participation partie passage pause pays paysage peine peinture pensee perspective peur photo photos phrase piano piece pied
        place plaisir plante plat pluie poids point points politique portable porte position possibilite poste potager poursuite pouvoir pratique pratiques preparation presence
        presentation preuve prevention printemps priorite prise probleme problemes procedure projet projets promenade proposition propositions protection public qualite question
        questions quotidien radio raison rapport realisation realite recette recherche recit recommandation reflexion regard regle regles relation relations rencontre
        rencontres rendez-vous reponse reponses repas representation reserve respect restaurant resultat resultats retour retours reunion reunions reussite reve role rue sac
        saison salle salon sante savoir seance seances secret securite sejour semaine sens sentiment service silence situation societe soin soins soir soiree soleil solution
        solutions sommeil sortie sorties souci souhait soupe source sourire soutien souvenir souvenirs spectacle stage suivi sujet sujets synthese table tableau tache telephone
        television temoignage temoignages temps tenue terrain terrasse terre texte theatre theme ticket titre toilette tour train traitement transport transports travail travaux
        trimestre usage vacances valeur vaisselle velo verre vetement vetements viande vie vieillesse village ville vin violence visage visite visites vision voiture voix volonte
        vote voyage vrai absence absent absente actuel actuelle admis age agee aime aimable appelle arrive assis assise attend autonome calme capable chante charmant charmante
        commence concerne concerne content contente continue cordial courageux demande depuis dernierement devait devient difficile discret discrete donne doux douce dort endormi
        entre explique fatigue fatiguee fragile gentil gentille grand grande habite heureux heureuse hospitalise impatient important inconnu inconnue inquiet inquiete isole isolee jaloux
        joue joyeux libre lit malade mange manque marche mecontent meilleur meilleure montre mourant muet nouveau nouvel parle parti partie passe paye perdu pense pleure pleurait
        poli polie porte possible precise present presente prefere prend prenait pret proche raconte reagit refuse refusait regarde remercie reste restait rit sage satisfait
        satisfaite serieux serait sert seul seule simple sort souhaite sourit souriant souriante tombe tombee traverse triste trouve utile venait venu venue vieux vieille vient
        vieil voudrait voulait certes soudain bref idem toutefois cependant neanmoins autrefois jadis desormais dorenavant auparavant bravo attention helas quasi environ necessaire nombreux nombreuses objectivement dommage globalement personnellement francais francaise europeen europeenne ukrainien marocain portugais
        espagnol italien algerien africain africaine catholique protestant musulman juif grace suite voir faire avoir pouvoir aller venir mettre prendre donner rendre tenir lire
        ecrire dire attendre comprendre apprendre entendre vivre boire manger dormir parler ecouter partager echanger informer organiser participer animer construire
        ateliers atelier actions action associations beaucoup chacun deuxieme troisieme quatrieme enfants parents familles jeunes adultes seniors residents residentes patients patientes
        personnes gens hommes femmes professionnels soignants equipe equipes lyceens retraites agents titre annexe lot phase etape volet axe retour fiche compte-rendu ordre
        """);

    /// <summary>Verbs that follow « madame » in careless lower case: « madame chantait ».</summary>
    public static bool LooksLikeVerb(string folded) =>
        folded.Length > 4 && (folded.EndsWith("ait", StringComparison.Ordinal) || folded.EndsWith("aient", StringComparison.Ordinal)
            || (folded.EndsWith("era", StringComparison.Ordinal) && folded.Length > 5));

    /// <summary>« comédienne », « jardinier », « pianiste »: behind « un » or « mon », the ending of a trade or an origin is a person.</summary>
    public static bool LooksLikeTrade(string folded) =>
        folded.Length > 5 && Array.Exists(Trades, e => folded.EndsWith(e, StringComparison.Ordinal))
        && !Ordinary.Contains(folded) && !Things.Contains(folded) && !Works.Contains(folded) && !Houses.Contains(folded) && !Streets.Contains(folded) && !Many.Contains(folded);

    private static readonly string[] Trades =
    [
        "ien", "ienne", "euse", "trice", "ateur", "iste", "ier", "iere", "logue", "ant", "ante", "ois", "oise", "ain", "aine", "ard", "arde", "teur", "deur", "seur", "geur", "leur", "neur", "reur", "tre",
    ];

    /// <summary>Endings of French common nouns, adverbs and verbs that hardly any name has.</summary>
    public static bool LooksOrdinary(string folded) =>
        folded.Length > 5 && Array.Exists(Endings, e => folded.EndsWith(e, StringComparison.Ordinal));

    private static readonly string[] Endings =
    [
        "ment", "ments", "tion", "tions", "sion", "sions", "ites", "eurs", "euses", "rices", "ants", "antes", "ages", "ismes", "isme", "istes", "aires",
        "ances", "ences", "ience", "iques", "ogie", "ogies", "eaux", "iels", "ielles", "elles", "ives", "ables", "ibles", "erons", "erez", "ture", "tures", "ateur", "atrice",
        "iser", "eront", "ertes", "oires", "erie", "eries", "tique", "itaire",
    ];
}
