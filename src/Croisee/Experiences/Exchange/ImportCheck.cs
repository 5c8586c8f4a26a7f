namespace Croisee.Experiences.Exchange;

/// <summary>What only this instance can say of a row: its call, the call's own questions, its state, and whether it may be published.</summary>
sealed class ImportCheck(IReadOnlyDictionary<string, Call> calls, ImportAsked asked, DateOnly today)
{
    public Call? CallOf(ExchangeRow row) => (asked.Call ?? row.Call?.Trim()) is { Length: > 0 } slug ? calls.GetValueOrDefault(slug) : null;

    public static ExperienceState StateOf(ExchangeRow row) => row.State is null ? ExperienceState.Submitted : Enum.GetValues<ExperienceState>().First(s => s.Code() == row.State);

    public bool Publishes(ExchangeRow row) => asked.PublishAsImported && StateOf(row) is ExperienceState.Published;

    /// <summary>All faults of a row that was read well. Answers to the call's own questions take their stored names on the way.</summary>
    public IEnumerable<FieldError> Faults(ImportedRow imported)
    {
        var row = imported.Row;
        var faults = new List<FieldError>();
        if (CallOf(row) is { } call) faults.AddRange(Questions(row, call));
        else faults.Add(new("appel", NoCall(asked.Call ?? row.Call)));
        faults.AddRange(ExperienceFields.Faults(row));
        var state = StateOf(row);
        if (state is ExperienceState.Withdrawn) faults.Add(new("etat_contribution", "Ses auteurs l’ont retirée : une expérience retirée ne s’importe pas."));
        // What another instance asked to complete or found inadmissible may lack answers: it comes in to be completed.
        if (state is ExperienceState.Submitted || Publishes(row)) faults.AddRange(ExperienceFields.Missing(row));
        if (Publishes(row) && row.PublicationAgreed is not true) faults.Add(new("consent_publication", "Une fiche se publie avec l’accord de ses auteurs : écrivez « oui » si vous l’avez."));
        if (!string.IsNullOrWhiteSpace(row.PublicationAgreedOn) && row.AgreedOn() is null) faults.Add(new("consent_publication_le", "Écrivez un jour, comme 2026-03-14, ou rien."));
        if (row.Recontact is true && row.Contact() is null) faults.Add(new("consent_recontact", "Il n’y a pas de contact : cet accord ne sert à rien."));
        faults.AddRange(LinkFaults(row.Links));
        faults.AddRange(DecisionFields.Faults(row, state, today));
        return faults.Select(f => f with { Line = imported.Line });
    }

    /// <summary>The limits of the form hold for a file too.</summary>
    static IEnumerable<FieldError> LinkFaults(IReadOnlyList<GivenLink> links)
    {
        if (links.Count > WebLink.Most) yield return new("liens", $"{WebLink.Most} liens au plus.");
        foreach (var (i, link) in links.Index())
        {
            string? fault = null;
            try { _ = new WebLink(Guid.Empty, link.Address, link.Alternative, link.Rights, default); }
            catch (Rules.RuleBroken e) { fault = e.Message; }
            if (fault is not null) yield return new("liens", $"{i + 1}e ligne : {fault}");
        }
    }

    string NoCall(string? slug) => string.IsNullOrWhiteSpace(slug)
        ? "Dans quel appel ? Donnez --call ADRESSE-COURTE, ou remplissez cette colonne."
        : $"Aucun appel n’a l’adresse « {Field.Shown(slug)} »." + (Nearest.To(slug, calls.Keys) is { } near ? $" Vouliez-vous dire {near} ?" : " Avec --new-calls, les appels qui manquent sont créés.");

    /// <summary>A file names a question by its text; a draft stores it by its id.</summary>
    static IEnumerable<FieldError> Questions(ExchangeRow row, Call call)
    {
        var answers = new Dictionary<string, string>();
        foreach (var (key, answer) in row.Account.Extra.Texts)
        {
            var question = call.Questions.FirstOrDefault(q => q.Id.ToString() == key || q.Text == key);
            if (question is null) yield return new("questions_appel", $"L’appel n’a pas de question « {Field.Shown(key)} ».");
            else if (!answers.TryAdd(question.Id.ToString(), answer)) yield return new("questions_appel", $"La question « {Field.Shown(key)} » a deux réponses.");
        }
        row.Account.Extra.Texts = answers;
    }
}
