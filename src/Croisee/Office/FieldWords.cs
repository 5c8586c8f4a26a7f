namespace Croisee.Office;

/// <summary>The fields that an act changed, in French: the journal keeps the names of the code (« Group.Name »), people read « nom ». One word for one name, whatever noun bears it.</summary>
static class FieldWords
{
    static readonly Dictionary<string, string> French = new()
    {
        ["Accepted"] = "accepté", ["AcceptedAt"] = "date d’acceptation", ["AcceptedBySeatId"] = "siège qui accepte", ["Active"] = "proposé au choix", ["AddedAt"] = "date d’ajout", ["Address"] = "adresse",
        ["AgreedToNames"] = "accord pour répondre sous son nom", ["ArchivedAt"] = "date d’archivage", ["AnsweredAt"] = "date de réponse", ["Answers"] = "réponses", ["AskedAt"] = "date de la demande", ["AssignedAt"] = "date d’attribution",
        ["At"] = "date", ["BallotAt"] = "ouverture du vote", ["BallotEndsAt"] = "fin du vote", ["Blocks"] = "textes de la page", ["By"] = "auteur de l’acte", ["ById"] = "auteur de l’acte",
        ["CallId"] = "appel", ["Card"] = "présentation dans la liste", ["ChosenAt"] = "date du choix", ["ClosedAt"] = "date de clôture", ["ClosesOn"] = "dernier jour", ["Code"] = "code", ["CodeHash"] = "code d’accès", ["RecodedAt"] = "date du nouveau code",
        ["Coding"] = "codage", ["College"] = "collège", ["BasisForNames"] = "base légale des réponses nommées", ["ContactForNames"] = "contact pour les réponses nommées", ["DpoForNames"] = "délégué à la protection des données des réponses nommées", ["Basis"] = "base légale", ["Contact"] = "contact", ["Dpo"] = "délégué à la protection des données", ["Content"] = "contenu", ["Contexts"] = "contextes", ["CreatedAt"] = "date de création",
        ["CreationKey"] = "clé de création", ["Current"] = "version en cours", ["DecidedAt"] = "date de décision", ["DeclaredAt"] = "date de déclaration", ["DeclaredById"] = "déclaré par", ["Definition"] = "définition",
        ["DeliberationId"] = "délibération", ["DemoHint"] = "conseil de démonstration", ["DisabledAt"] = "date de suspension ou de fermeture", ["DiscussionAt"] = "ouverture des échanges", ["DisplayName"] = "nom affiché", ["DueOn"] = "jour attendu",
        ["EasyLabel"] = "mot facile à lire", ["EasyTitle"] = "titre facile à lire", ["Email"] = "adresse de courriel", ["EndAfter"] = "fin nouvelle", ["EndBefore"] = "fin précédente", ["EndedAt"] = "date de fin", ["EndTold"] = "fin annoncée", ["FollowsId"] = "siège précédent", ["FormerEmail"] = "adresse d’avant", ["EndsAt"] = "fin",
        ["EntryMode"] = "mode de saisie", ["ErasureWarnedAt"] = "date de l’avis d’effacement", ["ExperienceId"] = "expérience", ["ExpiresAt"] = "date d’expiration", ["FactorTries"] = "essais du second facteur",
        ["FactorWindow"] = "dernier code du second facteur", ["FileId"] = "fichier", ["Finess"] = "numéro FINESS", ["FirstDay"] = "premier jour du mandat", ["FrameworkEdition"] = "édition du cadre", ["From"] = "de", ["GivenAt"] = "date",
        ["GivenBy"] = "donné par", ["GroupId"] = "groupe", ["HandedOverAt"] = "date de remise au groupe", ["HandedOverReason"] = "raison de la remise au groupe", ["Hash"] = "empreinte du texte lu", ["Hint"] = "aide", ["Introduction"] = "introduction",
        ["InvitedAt"] = "date d’invitation", ["InvitedBy"] = "invité par", ["IsLong"] = "réponse longue", ["JudgedAt"] = "date de modération", ["Kind"] = "genre", ["Label"] = "libellé", ["LastDay"] = "dernier jour du mandat",
        ["Chained"] = "chaîne de l’urne", ["MaxGap"] = "écart admis entre les collèges", ["MinorityOpinions"] = "avis minoritaires", ["Months"] = "mois écoulés", ["Motives"] = "motifs", ["Moves"] = "votes et retraits", ["Name"] = "nom", ["NameKey"] = "nom pour le tri",
        ["Notice"] = "notice d’information", ["NoticeVersion"] = "version de la notice", ["Number"] = "numéro", ["Offer"] = "proposition", ["OpenedAt"] = "date d’ouverture", ["OpensOn"] = "premier jour", ["OrganisationId"] = "structure",
        ["OrganisationTypes"] = "types de structure", ["OwnerId"] = "propriétaire", ["PairId"] = "binôme", ["ParentId"] = "structure de rattachement", ["Path"] = "place dans l’arbre", ["PersonId"] = "personne", ["PledgedAt"] = "date d’engagement",
        ["Position"] = "place", ["Professionals"] = "professionnels", ["ProfessionalSeatId"] = "siège du professionnel", ["ProfessionalsMayAnswer"] = "ouverte aux professionnels", ["ProposedAt"] = "date de proposition",
        ["ProposedBySeatId"] = "siège qui propose", ["PublicationAgreedAt"] = "date de l’accord de publication", ["PublishedAt"] = "date de publication", ["Purpose"] = "but", ["Question"] = "question", ["QuestionnaireId"] = "questionnaire",
        ["QuorumKind"] = "genre de quorum", ["QuorumValue"] = "quorum", ["Reach"] = "qui peut lire", ["Reason"] = "raison", ["RecoveryCodes"] = "codes de secours", ["Reference"] = "référence", ["Refusal"] = "raison du refus",
        ["Remark"] = "remarque", ["Remarkable"] = "retenue", ["RemovedAt"] = "date de retrait", ["ReplacedBySeatId"] = "siège remplaçant", ["Result"] = "résultat", ["Revision"] = "version du questionnaire", ["RevisionNumber"] = "numéro de version",
        ["RetiredAt"] = "plus posée depuis", ["RevokedAt"] = "date d’annulation", ["Role"] = "rôle", ["Rule"] = "règle de décision", ["SavedAt"] = "date d’enregistrement", ["SavedBy"] = "enregistré par", ["SeatId"] = "siège", ["SenderId"] = "envoyée par", ["SentAt"] = "date d’envoi",
        ["Seats"] = "sièges présents", ["ServiceUsers"] = "personnes concernées", ["ServiceUserSeatId"] = "siège de la personne concernée", ["SettledAt"] = "date d’accord", ["SheetId"] = "fiche", ["ShownSince"] = "montrée depuis", ["SignedAt"] = "date de signature",
        ["SignedText"] = "texte signé", ["Since"] = "depuis", ["Slug"] = "adresse", ["SortKey"] = "titre pour le tri", ["State"] = "état", ["Status"] = "état", ["Step"] = "étape", ["StructureFiness"] = "numéro FINESS", ["StructureKey"] = "clé de la structure", ["StructureRegion"] = "région", ["SubjectId"] = "sujet",
        ["SubjectKind"] = "genre de sujet", ["SubmittedAt"] = "date d’envoi", ["Summary"] = "résumé", ["SurveyId"] = "enquête", ["Text"] = "texte", ["Title"] = "titre", ["To"] = "vers", ["TokenHash"] = "lien d’invitation",
        ["TotpKey"] = "clé du second facteur", ["TotpSince"] = "date du second facteur", ["TouchedAt"] = "dernière écriture", ["TrialCode"] = "code d’essai", ["Tries"] = "essais", ["Understood"] = "compris", ["Until"] = "jusqu’au",
        ["UpdatedAt"] = "date de modification", ["UsedAt"] = "date d’usage", ["Vocabulary"] = "vocabulaire", ["Voice"] = "voix", ["Why"] = "raison", ["WithdrawnAt"] = "date de retrait",
        ["Answer"] = "réponse", ["Copied"] = "repris ailleurs", ["Criteria"] = "critères", ["Key"] = "clé d’envoi", ["MethodId"] = "méthode", ["Place"] = "lieu", ["ProposedKind"] = "genre proposé", ["ProposedName"] = "nom proposé",
        ["Relation"] = "lien", ["Said"] = "nouvelle", ["SourceId"] = "fiche d’origine", ["StoppedMonth"] = "mois de fin", ["What"] = "ce qui a changé",
        ["AsksReason"] = "demande un motif du groupe", ["AwaitsReason"] = "attend le motif du groupe", ["ErasedAt"] = "date d’effacement", ["Alternative"] = "texte de remplacement", ["Rights"] = "droits",
        ["TakenDown"] = "retirée par l’organisme", ["WordsErasedAt"] = "date d’effacement des mots", ["DecidedText"] = "texte lu à la décision", ["Day"] = "jour", ["Days"] = "jours pour lire", ["EndedOn"] = "jour de fin", ["PlaceId"] = "lieu",
        ["TakenOut"] = "sortie des résultats", ["LeftById"] = "laissée à part par", ["LeftOn"] = "jour où elle est laissée à part", ["TeamCode"] = "code de l’équipe", ["ShownFrom"] = "réponses à partir desquelles on montre",
        ["EndMovedAt"] = "date du changement de fin du vote", ["EndReason"] = "raison de la nouvelle fin du vote", ["RevisedAt"] = "date de révision", ["RewordedAt"] = "date de correction des motifs", ["KeptAt"] = "date où c’est relu et gardé", ["KeptBecause"] = "raison de garder", ["RereadAskedAt"] = "date de la demande de relecture", ["RereadByAuthors"] = "relecture demandée par les auteurs", ["RereadSaid"] = "mots de la demande de relecture", ["RereadWhy"] = "raison de la demande de relecture", ["VoidedAt"] = "date à laquelle un lien l’a écarté",
        ["StructurePlace"] = "lieu de la structure", ["OneKey"] = "première structure", ["OnePlace"] = "lieu de la première structure", ["OtherKey"] = "seconde structure", ["OtherPlace"] = "lieu de la seconde structure", ["Verdict"] = "avis", ["UndoneAt"] = "date à laquelle c’est défait", ["UndoneReason"] = "raison de défaire",
    };

    /// <summary>Whether people can read its name.</summary>
    public static bool Knows(string field) => French.ContainsKey(field);

    /// <summary>« nom, numéro FINESS » ; what another noun than the subject of the act bears is told after that noun: « siège : personne ». A name without a word keeps its code: the journal never hides a change.</summary>
    public static string? Of(string? changes, string subject) => changes is null ? null : string.Join(" ; ", changes.Split(", ")
        .Select(c => c.Split('.', 2)).Select(c => c is [var noun, var field] ? (Noun: noun, Field: field) : (Noun: subject, Field: c[0])).GroupBy(c => c.Noun)
        .OrderByDescending(g => g.Key == subject).Select(g => (g.Key == subject ? "" : SubjectWords.Of(g.Key) + " : ") + string.Join(", ", g.Select(c => French.GetValueOrDefault(c.Field, c.Field)).Distinct())));
}
