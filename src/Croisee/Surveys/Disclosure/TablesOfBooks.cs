namespace Croisee.Surveys.Disclosure;

/// <summary>The tables of a population: its own batches and those of everything below, added.</summary>
sealed class TablesOfBooks(SurveyDesign design, Thresholds thresholds, PublicationHistory history, DateOnly on)
{
    const int LeastEstablishments = 3, MostOfOnePercent = 85;

    public IEnumerable<PublishedTable> Of(string population)
    {
        var books = history.Of(design, population);
        var (leaves, levels) = (new List<(string, QuestionBook[])>(), new List<QuestionBook[]>());
        if (!design.IsLeaf(population)) Gather(population, leaves, levels);
        // Nobody answers a question who did not answer at all: where even so no establishment is half of it, there are three, and none need be asked.
        var most = Most(leaves, levels, 0);
        for (var i = 0; i < books.Length; i++)
        {
            var question = i == 0 ? null : design.Questions[i - 1];
            var alone = !design.IsLeaf(population) && !(2 * most.Answers < books[i].Whole().Answers || Several(Most(leaves, levels, i), books[i].Whole().Answers));
            var lent = history.HoldsLentCuts(design, population, i);
            yield return Table(population, question, null, null, books[i].Whole(), alone);
            for (var cut = 0; cut < design.Cuts.Count; cut++)
                for (var value = 0; value < design.Cuts[cut].Values.Count; value++)
                {
                    if (design.IsCut(population)) yield return Table(population, question, cut, value, books[i].Part(cut, value), alone, lent);
                    // What R3 forbids: a free filter, here everybody but one value, as soon as enough remain.
                    if (!thresholds.Holds(RuleSwitch.R3)) yield return Table(population, question, cut, value, books[i].Whole().Less(books[i].PartOfWhole(cut, value)), alone) with { AllBut = true };
                }
        }
    }

    /// <summary>
    /// R7: a level shows its establishments together only if they are several, and none is nearly all, whether an establishment counts by itself, among the level's own batches, or both.
    /// Batches of a history that did not say yet from where they came are given to each of them: it hides more.
    /// </summary>
    static bool Several((int Establishments, int Answers) most, int answers) => most.Establishments >= LeastEstablishments && most.Answers * 100 < answers * MostOfOnePercent;

    /// <returns>How many establishments answered, and the answers of the one that gave most.</returns>
    static (int Establishments, int Answers) Most(List<(string Establishment, QuestionBook[] Books)> leaves, List<QuestionBook[]> levels, int book)
    {
        var (lent, unnamed, several, most) = (new Dictionary<string, int>(StringComparer.Ordinal), 0, 0, 0);
        foreach (var counted in levels.Where(l => book < l.Length).Select(l => l[book].Counted))
        {
            foreach (var (establishment, given) in counted.Lent ?? []) lent[establishment] = lent.GetValueOrDefault(establishment) + given;
            unnamed += Math.Max(0, counted.Whole.Answers - (counted.Lent?.Values.Sum() ?? 0));
        }
        foreach (var (establishment, books) in leaves)
            Meet((book < books.Length ? books[book].Counted.Whole.Answers : 0) + (lent.Count > 0 && lent.Remove(establishment, out var given) ? given : 0));
        foreach (var given in lent.Values) Meet(given);
        return (several, most + unnamed);

        void Meet(int given) => (several, most) = (several + (given > 0 ? 1 : 0), Math.Max(most, given));
    }

    /// <summary>Establishments and levels of a population that count something, itself among them: looked up once for all its questions.</summary>
    void Gather(string population, List<(string Establishment, QuestionBook[] Books)> leaves, List<QuestionBook[]> levels)
    {
        if (history.Books.TryGetValue(population, out var books))
            if (design.IsLeaf(population)) leaves.Add((population, books)); else levels.Add(books);
        foreach (var child in design.Children(population)) Gather(child, leaves, levels);
    }

    PublishedTable Table(string population, ClosedQuestion? question, int? cut, int? value, Tally tally, bool alone, bool lent = false)
    {
        WhyNotShown? why = tally.Answers < thresholds.Least ? WhyNotShown.TooFew : alone ? WhyNotShown.TooFewEstablishments : lent ? WhyNotShown.WouldTell : null;
        var figures = why is null ? Figures(tally, question) : null;
        var rate = question is null && cut is null && design.Eligible(population) is > 0 and var eligible ? figures?.Answers.RateAmong(eligible) : null;
        return new(population, question?.Code, cut is { } c ? design.Cuts[c].Attribute : null, value is { } v ? design.Cuts[cut!.Value].Values[v] : null,
            on, figures, figures is null ? why ?? WhyNotShown.WouldTell : null, rate);
    }

    ShownFigures? Figures(Tally tally, ClosedQuestion? question)
    {
        if (question is not null) return ShownFigures.Of(tally, question, thresholds);
        return new(thresholds.Holds(RuleSwitch.R6) ? SizeBand.Of(tally.Answers) : new(tally.Answers, tally.Answers), [], null, null);
    }
}
