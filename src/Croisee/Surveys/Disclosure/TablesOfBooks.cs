namespace Croisee.Surveys.Disclosure;

/// <summary>The tables of a population: its own batches and those of everything below, added.</summary>
sealed class TablesOfBooks(SurveyDesign design, Thresholds thresholds, PublicationHistory history, DateOnly on)
{
    const int LeastEstablishments = 3, MostOfOnePercent = 85;

    public IEnumerable<PublishedTable> Of(string population)
    {
        var books = history.Of(design, population);
        var alone = !design.IsLeaf(population) && !Several(population, books[0].Whole().Answers);
        for (var i = 0; i < books.Length; i++)
        {
            var question = i == 0 ? null : design.Questions[i - 1];
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

    /// <summary>R7: a level shows its establishments together only if they are several, and none is nearly all. A level's own batches come from two establishments at least.</summary>
    bool Several(string population, int answers)
    {
        var some = Below(population).Where(b => b.Answers > 0).ToList();
        return some.Sum(b => b.Leaf ? 1 : 2) >= LeastEstablishments && some.TrueForAll(b => !b.Leaf || b.Answers * 100 < answers * MostOfOnePercent);
    }

    IEnumerable<(bool Leaf, int Answers)> Below(string population)
    {
        if (history.Books.TryGetValue(population, out var own)) yield return (design.IsLeaf(population), own[0].Counted.Whole.Answers);
        foreach (var child in design.Children(population))
            foreach (var part in Below(child)) yield return part;
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
