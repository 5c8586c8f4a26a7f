using Croisee.Experiences.Answers;
using Croisee.Framework;

namespace Croisee.Experiences.Exchange;

/// <summary>Fields 1 to 44 of the dictionary (domain 1.4): what was told, in its order.</summary>
static class AccountFields
{
    public static IEnumerable<Field> All => [.. WhoAndWhere, .. WithWhom, .. HowFar, .. Means, .. Outcome];

    static IEnumerable<Field> WhoAndWhere =>
    [
        new TextField("titre", "Titre de l’expérience", r => r.Account.Essentials.Title) { Required = true },
        new TextField("resume_falc", "Résumé facile à lire", r => r.Account.Essentials.EasySummary) { AsLines = true },
        new TextsField("resume_falc_images", "Images du résumé facile à lire", r => r.Account.Essentials.EasyPictures),
        new TextField("resume", "Résumé", r => r.Account.Essentials.Summary) { Required = true },
        new TextField("organisation_nom", "Structure porteuse", r => r.Account.Structure.OrganisationName) { Required = true },
        new CodeField("organisation_type", "Type d’organisation", r => r.Account.Structure.OrganisationType) { Required = true },
        new TextField("organisation_finess", "N° FINESS géographique", r => r.Account.Structure.OrganisationFiness) { Reach = Reach.Group },
        new CodesField("secteur", "Secteur", r => r.Account.Structure.Sectors) { Required = true },
        new CodeField("territoire_region", "Région", r => r.Account.Structure.Region) { Required = true },
        new CodeField("territoire_departement", "Département", r => r.Account.Structure.Department),
        new TextField("territoire_commune", "Commune", r => r.Account.Structure.Commune),
        new CodeField("echelle", "Échelle du territoire", r => r.Account.Structure.Territory),
        new CodesField("contextes", "Contexte(s)", r => r.Account.Setting.Contexts) { Required = true },
        new TextField("contextes_autre", "Autre contexte, précisé", r => r.Account.Setting.OtherContext),
        new MonthField("date_debut", "Début", r => r.Account.Setting.StartMonth) { Required = true },
        new MonthField("date_fin", "Fin", r => r.Account.Setting.EndMonth),
        new CodeField("etat", "État de l’action", r => r.Account.Setting.ActionState),
        new TextField("origine", "D’où vient l’idée ?", r => r.Account.Origin.Story) { Required = true },
        new CodesField("initiateur", "Qui a pris l’initiative ?", r => r.Account.Origin.Initiators) { Required = true },
        new TextsField("objectifs", "Objectifs", r => r.Account.Origin.Goals) { Required = true },
    ];

    static IEnumerable<Field> WithWhom =>
    [
        new CodesField("publics", "Public(s) concerné(s)", r => r.Account.Participants.Publics) { Required = true },
        new CodesField("activites", "Activité(s) concernée(s)", r => r.Account.Course.Activities) { Required = true },
        new CodesField("parcours_champ", "Étape(s) du parcours", r => r.Account.Course.Pathways),
        new CodesField("champs_parcours", "Champ(s) du parcours", r => r.Account.Course.PathwayFields),
        new CodesField("registres", "Registre(s)", r => r.Account.Course.Registers),
        new CodesField("modalites", "Modalités concrètes", r => r.Account.Course.Modalities),
        new TextField("modalites_libre", "Modalités concrètes, en mots", r => r.Account.Course.ModalitiesText) { Required = true },
    ];

    static IEnumerable<Field> HowFar =>
    [
        new CodeField("degre", "Degré d’engagement le plus élevé atteint", r => r.Account.Participation.Degree) { Required = true },
        new TextField("degre_justification", "Ce qui fait choisir ce degré", r => r.Account.Participation.DegreeReason) { Required = true },
        new CodeField("degre_promis", "Degré promis", r => r.Account.Participation.Promised),
        new CodeField("degre_vecu_personnes", "Degré vécu par les personnes concernées", r => r.Account.Participation.LivedByPersons),
        new CodeField("degre_vecu_pros", "Degré vécu par les professionnels", r => r.Account.Participation.LivedByProfessionals),
        new PairsField("degre_par_etape", "Degré par étape", r => r.Account.Participation.ByStage, Vocabularies.Stage),
        new CodesField("niveau", "Niveau dans l’organisation", r => r.Account.Course.Scales) { Required = true },
        new CodeField("effets_echelle", "Effets attendus", r => r.Account.Course.EffectsScale) { Required = true },
        new CodeField("espace", "Espace", r => r.Account.Course.Space) { Required = true },
        new CodeField("nb_personnes", "Nombre de personnes concernées engagées", r => r.Account.Participants.Persons) { Required = true },
        new NumberField("nb_personnes_exact", "Nombre exact de personnes concernées", r => r.Account.Participants.PersonsExact) { Reach = Reach.Group },
        new CodeField("nb_professionnels", "Nombre de professionnels engagés", r => r.Account.Participants.Professionals) { Required = true },
        new NumberField("nb_professionnels_exact", "Nombre exact de professionnels", r => r.Account.Participants.ProfessionalsExact) { Reach = Reach.Group },
        new CodeField("nb_beneficiaires", "Nombre de bénéficiaires indirects", r => r.Account.Participants.Beneficiaries),
        new NumberField("nb_beneficiaires_exact", "Nombre exact de bénéficiaires indirects", r => r.Account.Participants.BeneficiariesExact) { Reach = Reach.Group },
        new CodesField("recrutement", "Comment les personnes ont-elles été invitées ?", r => r.Account.Participants.Recruitment),
        new TextField("recrutement_autre", "Autre manière d’inviter, précisée", r => r.Account.Participants.OtherRecruitment),
        new CodesField("inclusion_moyens", "Moyens pour être accessible à tous", r => r.Account.Participants.InclusiveMeans),
    ];

    static IEnumerable<Field> Means =>
    [
        new CodeField("preparation_personnes", "Préparation des personnes", r => r.Account.Means.PersonsPreparation.Level) { Required = true, JsonPart = "niveau" },
        new NumberField("preparation_personnes_heures", "Préparation des personnes : heures", r => r.Account.Means.PersonsPreparation.Hours) { JsonKey = "preparation_personnes", JsonPart = "heures" },
        new TextField("preparation_personnes_texte", "Préparation des personnes : en mots", r => r.Account.Means.PersonsPreparation.Text) { JsonKey = "preparation_personnes", JsonPart = "texte" },
        new CodeField("formation_personnes", "Formation des personnes", r => r.Account.Means.PersonsTraining.Level) { JsonPart = "niveau" },
        new NumberField("formation_personnes_heures", "Formation des personnes : heures", r => r.Account.Means.PersonsTraining.Hours) { JsonKey = "formation_personnes", JsonPart = "heures" },
        new TextField("formation_personnes_texte", "Formation des personnes : en mots", r => r.Account.Means.PersonsTraining.Text) { JsonKey = "formation_personnes", JsonPart = "texte" },
        new CodeField("formation_pros", "Formation des professionnels", r => r.Account.Means.ProfessionalsTraining.Level) { Required = true, JsonPart = "niveau" },
        new NumberField("formation_pros_heures", "Formation des professionnels : heures", r => r.Account.Means.ProfessionalsTraining.Hours) { JsonKey = "formation_pros", JsonPart = "heures" },
        new TextField("formation_pros_texte", "Formation des professionnels : en mots", r => r.Account.Means.ProfessionalsTraining.Text) { JsonKey = "formation_pros", JsonPart = "texte" },
        new YesNoField("formation_commune", "Formation en commun ?", r => r.Account.Means.TrainedTogether) { Required = true, JsonPart = "oui" },
        new TextField("formation_commune_texte", "Formation en commun : en mots", r => r.Account.Means.TrainedTogetherText) { JsonKey = "formation_commune", JsonPart = "texte" },
        new CodeField("charte", "Un cadre commun a-t-il été écrit avant de commencer ?", r => r.Account.Means.Charter),
        new CodesField("statut_personnes", "Statut des personnes engagées", r => r.Account.Means.Statuses) { Required = true },
        new CodesField("reconnaissance", "Défraiement, indemnisation, rémunération", r => r.Account.Means.Recognition) { Required = true },
        new TextField("reconnaissance_texte", "Défraiement, indemnisation, rémunération : en mots", r => r.Account.Means.RecognitionText),
        new TextField("moyens", "Moyens humains, matériels, financeurs", r => r.Account.Means.Resources),
        new CodeField("budget", "Budget", r => r.Account.Means.Budget),
        new TextsField("partenaires", "Partenaires", r => r.Account.Means.Partners),
    ];

    static IEnumerable<Field> Outcome =>
    [
        new LinesField<Milestone>("deroulement", "Les grandes étapes", r => r.Account.Course.Milestones, ["date", "quoi", "qui"],
            m => [m.When, m.What, m.Who], p => new() { When = p[0], What = p[1], Who = p[2] }),
        new TextField("effets_personnes", "Effets constatés pour les personnes", r => r.Account.Changes.ForPersons.Text) { Required = true, JsonPart = "texte" },
        new CodeField("effets_personnes_point_de_vue", "Effets pour les personnes : point de vue de qui ?", r => r.Account.Changes.ForPersons.SeenBy) { JsonKey = "effets_personnes", JsonPart = "point_de_vue" },
        new TextField("effets_pros", "Effets constatés pour les professionnels", r => r.Account.Changes.ForProfessionals.Text) { JsonPart = "texte" },
        new CodeField("effets_pros_point_de_vue", "Effets pour les professionnels : point de vue de qui ?", r => r.Account.Changes.ForProfessionals.SeenBy) { JsonKey = "effets_pros", JsonPart = "point_de_vue" },
        new TextField("effets_structure", "Effets constatés pour la structure", r => r.Account.Changes.ForStructure.Text) { JsonPart = "texte" },
        new CodeField("effets_structure_point_de_vue", "Effets pour la structure : point de vue de qui ?", r => r.Account.Changes.ForStructure.SeenBy) { JsonKey = "effets_structure", JsonPart = "point_de_vue" },
        new LinesField<InfluencedDecision>("decisions_influencees", "Ce qui a changé grâce à la participation", r => r.Account.Changes.Decisions, ["proposition", "decision", "suite"],
            d => [d.Proposal, d.Decision, d.Effect], p => new() { Proposal = p[0], Decision = p[1], Effect = p[2] }),
        new CodesField("freins", "Freins", r => r.Account.Changes.Brakes),
        new TextField("freins_texte", "Freins : en mots", r => r.Account.Changes.BrakesText),
        new CodesField("leviers", "Leviers", r => r.Account.Changes.Levers),
        new TextField("leviers_texte", "Leviers : en mots", r => r.Account.Changes.LeversText),
        new CodeField("evaluation_faite", "Évaluation", r => r.Account.Lessons.Evaluation) { Required = true },
        new CodesField("evaluation_methode", "Évaluation : méthode", r => r.Account.Lessons.Methods),
        new TextField("evaluation_par", "Évaluation : par qui", r => r.Account.Lessons.EvaluatedBy),
        new TextField("enseignements", "Ce que nous referions, ce que nous éviterions", r => r.Account.Lessons.Learned),
        new TextField("conseil", "Un conseil à d’autres", r => r.Account.Lessons.Advice),
        new TextField("transferabilite", "Conditions pour reproduire ailleurs", r => r.Account.Lessons.Elsewhere),
        new PairsField("questions_appel", "Réponses aux questions propres à l’appel", r => r.Account.Extra.Texts),
    ];
}
