namespace Croisee.Tests.Words;

/// <summary>Sentences without a trace that look like they had one: places, roles, publics, subjects, figures.</summary>
internal static class TraceCorpusNegative
{
    public static readonly string[] Tuning = """
        Le programme s’adresse aux personnes {cond}.
        Nous avons monté un atelier sur {topic} avec douze habitants.
        La {home} accueille quatre-vingts résidents.
        Le groupe se réunit à l’{homeH} le premier mardi du mois.
        Les locaux se trouvent {num} {street} à {town}.
        M. le directeur a ouvert la séance.
        Mme la présidente du CVS a remercié les participants.
        Madame, Monsieur, vous êtes invités à la prochaine réunion.
        La loi Kouchner de 2002 a renforcé les droits des usagers.
        Le projet est né en {pyear} d’une rencontre entre voisins.
        L’association est née le {pdate}.
        La réunion du {pdate} a réuni quarante personnes.
        Le SIRET de l’association est {siret}.
        Numéro FINESS : {finess}
        Le budget est de {amount} euros par an.
        Composez le 15, le 112 ou le 3114 en cas d’urgence.
        Le 39 77 reçoit les signalements de maltraitance.
        La résidence compte {num} chambres et 12 places d’accueil de jour.
        Une chambre de 20 m² a été transformée en salon.
        L’article L. 311-6 du CASF prévoit un conseil de la vie sociale.
        Le Mois de la santé mentale a été fêté à {town}.
        L’association France Alzheimer a prêté une salle.
        Les familles ont voté à main levée.
        Les infirmières et les aides-soignantes ont suivi la formation.
        En mars, Lille et Roubaix ont lancé le budget participatif.
        Le Conseil départemental du Nord finance l’action.
        La Croix-Rouge et Emmaüs Solidarité sont partenaires.
        Un professeur de musique vient chaque semaine.
        Le docteur passe le lundi.
        Les pères et les mères ont été invités.
        La mission confiée par l’ARS Hauts-de-France dure trois ans.
        Les usagers {cond2} ont testé les fiches.
        Chaque personne garde le droit de refuser.
        Le prix Nobel de la paix a été cité en exemple.
        On a compté {num} réponses sur 250 questionnaires.
        Le recueil reste ouvert jusqu’au {pdate} inclus.
        La ligne d’écoute est ouverte de 9 h 30 à 17 h 15.
        Nous travaillons avec la HAS, la CNSA et le CHU de {town}.
        Un accueil de jour pour malades d’Alzheimer a ouvert.
        L’unité Alzheimer a rejoint le projet.
        Les personnes sourdes disposent d’un interprète.
        Google Forms et Microsoft Teams n’étaient pas accessibles.
        Le Plan autisme prévoit une formation croisée.
        Il est important de parler de {topic} avec les familles.
        Elle est présidente de l’association des diabétiques du Nord.
        Le café des parents a lieu à Saint-Étienne et à Clermont-Ferrand.
        La charte Romain Jacob a été signée par la clinique.
        Une étudiante a aidé à mettre en page le livret.
        Le médecin coordonnateur et la psychologue participent au groupe.
        Les enfants nés en {pyear} recevront un courrier de l’école.
        La commission des usagers s’est réunie quatre fois en {pyear}.
        Bonjour Madame, merci pour votre réponse.
        Le taux de participation passe de 12,5 % à 31,8 %.
        La recherche-action a été menée de 2015 à 2018.
        Ce lieu de répit accueille dix personnes pour trois mois au plus.
        L’ordre du jour comprend 3 points, 2 votes et 1 pause.
        Notre GEM a fêté ses dix ans le {pdate}.
        Les pairs-aidants sont salariés à mi-temps.
        Le guide existe en FALC, en LSF et en braille.
        Le maire et le préfet ont visité l’établissement.
        Vivre avec une maladie chronique demande du soutien.
        Le Samedi des aidants se tient au centre Jean Vilar.
        Il lit 2 livres par mois grâce au bibliobus.
        Appelez le 0 800 360 360, c’est gratuit.
        """.Split('\n');

    public static readonly string[] HeldOut = """
        Rendez-vous place du Docteur Lannelongue ou devant l’école Paul Bert.
        Les patients {cond2} qui le souhaitent rejoignent le comité de lecture.
        Le Conseil de l’Europe et l’Organisation mondiale de la santé ont publié des repères.
        Une conférence gesticulée sur {topic} a fait salle comble.
        Madame la Ministre a annoncé une réforme en {pyear}.
        Le collectif est né le {pdate} dans un café de {town}.
        La Fondation Abbé Pierre a aidé à financer les ateliers.
        La démarche a touché 1 250 personnes, soit 37 % des habitants de Villeurbanne.
        Le règlement (UE) 2016/679 s’applique depuis le 25 mai 2018.
        La facture n° 2024 0012 345 678 901 a été réglée.
        Tous les appartements sont équipés, mais 4 logements restent à adapter.
        Ils ont repeint les chambres des deuxième et troisième étages.
        Les Petits Frères des Pauvres interviennent à la {home}.
        Être malade ne devrait pas empêcher de donner son avis.
        Une équipe mobile de psychiatrie intervient dans les foyers.
        Le dépistage du cancer colorectal est proposé dès cinquante ans.
        Quatre jeunes en service civique ont rejoint l’équipe.
        Messieurs les administrateurs sont convoqués le {pdate}.
        La Journée mondiale de Parkinson tombe en avril.
        Chacun peut parler de sa maladie s’il le souhaite.
        Une aide-soignante et un kinésithérapeute coaniment l’atelier équilibre.
        Le village de Saint-Martin-de-Crau soutient l’initiative.
        L’échelle de Zarit mesure le fardeau des aidants.
        Le rapport Piveteau a inspiré notre travail.
        Le questionnaire comporte 24 items, cotés de 1 à 5.
        La collecte s’est déroulée entre septembre {pyear} et juin 2024.
        Des bénévoles lisent le journal dans le salon du rez-de-chaussée.
        Les proches de personnes {cond} ont créé une page Facebook.
        L’hôpital de jour Françoise Dolto reçoit les adolescents.
        L’IBAN de l’association figure en annexe, ainsi que le RIB.
        Le théâtre-forum a été joué par la compagnie Les Arpenteurs.
        Le Pr et les internes ont été invités à la restitution.
        Un résident et un professionnel président ensemble chaque séance.
        Le Défenseur des droits peut être saisi gratuitement.
        Ce dispositif évite les ruptures de parcours des enfants autistes.
        """.Split('\n');
}
