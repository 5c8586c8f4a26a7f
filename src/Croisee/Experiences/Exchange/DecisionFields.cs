namespace Croisee.Experiences.Exchange;

/// <summary>What was decided of an experience: the choice with its motives (EXP-R9), and the coding that was fixed, each with its day and where it comes from.</summary>
static class DecisionFields
{
    const string Choice = "choix_remarquable", Motives = "choix_motifs", Minority = "choix_avis_minoritaires", Degree = "codage_degre", Registers = "codage_registres", Reason = "codage_raison";

    public static IEnumerable<Field> All => [.. Chosen, .. Coding, .. Reasons];

    static IEnumerable<Field> Chosen =>
    [
        new YesNoField(Choice, "Choix du groupe : remarquable", r => r.Remarkable) { Reach = Reach.Group },
        new TextField(Motives, "Motifs de ce choix", r => r.Motives) { Reach = Reach.Group },
        new TextsField(Minority, "Avis qui ne l’ont pas emporté", r => r.Minority) { Reach = Reach.Group },
        new DayField("choix_le", "Choisi le", r => r.DecidedOn) { Reach = Reach.Group },
        new TextField("choix_origine", "D’où vient ce choix", r => r.ChoiceOrigin) { Reach = Reach.Group },
    ];

    public static IEnumerable<Field> Coding =>
    [
        new CodeField(Degree, "Codage fixé : degré atteint", r => r.Fixed.Degree) { Reach = Reach.Group },
        new CodeField("codage_degre_promis", "Codage fixé : degré promis", r => r.Fixed.Promised) { Reach = Reach.Group },
        new CodeField("codage_niveau_engagement", "Codage fixé : niveau d’engagement", r => r.Fixed.Level) { Reach = Reach.Group },
        new CodesField(Registers, "Codage fixé : registres", r => r.Fixed.Registers) { Reach = Reach.Group },
        new CodesField("codage_niveau", "Codage fixé : niveau dans l’organisation", r => r.Fixed.Scales) { Reach = Reach.Group },
        new CodeField("codage_effets_echelle", "Codage fixé : effets attendus", r => r.Fixed.EffectsScale) { Reach = Reach.Group },
        new CodesField("codage_champs_parcours", "Codage fixé : champs du parcours", r => r.Fixed.PathwayFields) { Reach = Reach.Group },
        new CodesField("codage_parcours", "Codage fixé : étapes du parcours", r => r.Fixed.Pathways) { Reach = Reach.Group },
        new CodesField("codage_publics", "Codage fixé : publics", r => r.Fixed.Publics) { Reach = Reach.Group },
        new CodesField("codage_activites", "Codage fixé : activités", r => r.Fixed.Activities) { Reach = Reach.Group },
        new CodeField("codage_espace", "Codage fixé : espace", r => r.Fixed.Space) { Reach = Reach.Group },
        new CodesField("codage_modalites", "Codage fixé : modalités", r => r.Fixed.Modalities) { Reach = Reach.Group },
    ];

    static IEnumerable<Field> Reasons =>
    [
        new TextField(Reason, "Codage fixé : raison", r => r.CodingReason) { Reach = Reach.Group },
        new DayField("codage_le", "Codage fixé le", r => r.FixedOn) { Reach = Reach.Group },
        new TextField("codage_origine", "D’où vient ce codage", r => r.CodingOrigin) { Way = Way.OutOnly, Reach = Reach.Group },
    ];

    /// <summary>A decision comes whole, as it must be here: a choice with its motives, a coding with a degree, a register and a reason; no day to come.</summary>
    public static IEnumerable<FieldError> Faults(ExchangeRow row, ExperienceState state, DateOnly today)
    {
        foreach (var (code, day) in new[] { ("commencee_le", row.BegunOn), ("envoyee_le", row.SentOn), ("choix_le", row.DecidedOn), ("codage_le", row.FixedOn) })
            if (ImportedPast.DayOf(day) > today) yield return new(code, "Ce jour n’est pas encore venu.");
        if (ImportedPast.DayOf(row.BegunOn) > ImportedPast.DayOf(row.SentOn)) yield return new("envoyee_le", "Elle ne peut pas être envoyée avant d’être commencée.");
        foreach (var fault in OfChoice(row, state).Concat(OfCoding(row))) yield return fault;
    }

    static IEnumerable<FieldError> OfChoice(ExchangeRow row, ExperienceState state)
    {
        var hasMotives = !string.IsNullOrWhiteSpace(row.Motives);
        if (row.Remarkable is not { } remarkable)
        {
            if (hasMotives || row.Minority.Count > 0 || row.DecidedOn is not null) yield return new(Choice, "Il y a des motifs, des avis ou un jour, et pas de choix : écrivez oui ou non.");
            yield break;
        }
        // A group may choose without writing why: an export of Croisée says so as it is.
        if (!hasMotives && row.ChoiceOrigin?.Trim() is not (ImportedPast.Here or ImportedPast.Origin)) yield return new(Motives, "Un choix se dit avec ses motifs : écrivez-les.");
        else if (row.Motives?.Length > ImportedPast.MotivesMax) yield return new(Motives, $"C’est trop long : {ImportedPast.MotivesMax} caractères au plus.");
        if (row.Minority.Count > ImportedPast.MinorityMax || row.Minority.Sum(m => m.Length) > ImportedPast.MotivesMax) yield return new(Minority, $"C’est trop long : {ImportedPast.MinorityMax} avis et {ImportedPast.MotivesMax} caractères au plus.");
        if (remarkable ? state is ExperienceState.NotSelected : state is ExperienceState.Remarkable) yield return new(Choice, "Ce choix dit le contraire de la colonne etat_contribution.");
    }

    static IEnumerable<FieldError> OfCoding(ExchangeRow row)
    {
        var hasReason = !string.IsNullOrWhiteSpace(row.CodingReason);
        if (row.Fixed.SaysNothing())
        {
            if (hasReason || row.FixedOn is not null) yield return new(Degree, "Il y a une raison ou un jour, et pas de codage : écrivez au moins le degré et un registre.");
            yield break;
        }
        if (row.Fixed.Degree is null) yield return new(Degree, "Un codage fixé dit au moins le degré et un registre.");
        if (row.Fixed.Registers.Count == 0) yield return new(Registers, "Un codage fixé dit au moins le degré et un registre.");
        if (!hasReason) yield return new(Reason, "Un codage se fixe avec sa raison : écrivez-la.");
        else if (row.CodingReason!.Length > ImportedPast.ReasonMax) yield return new(Reason, $"C’est trop long : {ImportedPast.ReasonMax} caractères au plus.");
    }
}
