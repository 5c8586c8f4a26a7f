namespace Croisee.Surveys.Disclosure;

/// <summary>
/// The one door (R1) by which a survey's answers become figures. Call it for each publication with all rows that wait: it says which of them
/// now count, and gives the tables that changed. Everything else about the survey's results is read from these tables.
/// </summary>
public sealed class DisclosureGate(SurveyDesign design, Thresholds thresholds)
{
    /// <param name="waiting">All rows that do not count yet, in any order. Those that are not in <see cref="SurveyPublication.Joined"/> go on waiting.</param>
    /// <param name="withdrawn">Rows taken back since the last publication, each given once.</param>
    /// <param name="moved">Populations put aside or taken back in <paramref name="history"/> since the last publication: their tables, and those above, are given anew.</param>
    /// <param name="closing">What was too small for its own population joins the level above, and cuts are shown with parts missing. May be called again when late answers come.</param>
    public SurveyPublication Publish(PublicationHistory history, DateOnly on, IReadOnlyCollection<AnswerRow> waiting, IReadOnlyCollection<WithdrawnRow> withdrawn, bool closing = false, IReadOnlyCollection<string>? moved = null)
    {
        var changed = new HashSet<string>(moved ?? []);
        foreach (var row in withdrawn.OrderBy(w => w.Row.Id, StringComparer.Ordinal)) Leave(history, row);
        if (!thresholds.Holds(RuleSwitch.R8)) LeaveAtOnce(history, changed);
        var trays = waiting.GroupBy(r => design.Reader(r.Population, thresholds)).ToDictionary(g => g.Key, g => g.ToList());
        var joined = new List<JoinedRow>();
        foreach (var population in design.FromTheLeaves)
        {
            var rows = trays.GetValueOrDefault(population) ?? [];
            if (rows.Count >= Least)
            {
                joined.AddRange(rows.Select(r => new JoinedRow(r.Id, population)));
                history.Publishings.Add(new(on, population, rows.Count));
                TakeIn(history.Of(design, population), rows);
            }
            else if (closing && rows.Count > 0 && design.Parent(population) is { } parent)
            {
                if (trays.TryGetValue(parent, out var others)) others.AddRange(rows);
                else trays[parent] = rows;
                rows = [];
            }
            // A level above may have received blocks from below, rows or not.
            if ((rows.Count >= Least || closing || !design.IsLeaf(population)) && history.Books.ContainsKey(population) && JoinBooks(history, population, closing)) changed.Add(population);
        }
        var shown = new TablesOfBooks(design, thresholds, history, on);
        return new(on, [.. joined.OrderBy(j => j.Id, StringComparer.Ordinal)], [.. WithLevelsAbove(changed).SelectMany(shown.Of)]);
    }

    /// <summary>R4: as many answers as this, or none.</summary>
    int Least => thresholds.Holds(RuleSwitch.R4) ? thresholds.Least : 1;

    void TakeIn(QuestionBook[] books, List<AnswerRow> rows)
    {
        for (var i = 0; i < books.Length; i++)
        {
            var question = Question(i);
            var block = new Block(design, question?.Counted.Count ?? 0, crossed: true);
            foreach (var row in rows)
            {
                if (CodedAnswer.Of(design, question, row) is not { } answer) continue;
                block.Add(answer);
                block.Lend(row.Population, 1);
            }
            if (block.Whole.Answers > 0) books[i].Waiting.Add(block);
        }
    }

    ClosedQuestion? Question(int book) => book == 0 ? null : design.Questions[book - 1];

    void Leave(PublicationHistory history, WithdrawnRow withdrawn)
    {
        var books = history.Aside.GetValueOrDefault(withdrawn.JoinedIn) ?? history.Of(design, withdrawn.JoinedIn);
        for (var i = 0; i < books.Length; i++)
            if (CodedAnswer.Of(design, Question(i), withdrawn.Row) is { } answer) books[i].Leaving.Add(new(answer.Values, answer.Chosen, withdrawn.Row.Population));
    }

    /// <summary>Each question moves by its own batches: those who left it empty are no part of them.</summary>
    bool JoinBooks(PublicationHistory history, string population, bool closing)
    {
        var moved = false;
        var books = history.Of(design, population);
        QuestionBook[][] above = [.. design.Above(population).Select(level => history.Of(design, level))];
        for (var i = 0; i < books.Length; i++)
        {
            var book = books[i];
            if (book.Waiting.Sum(b => b.Whole.Answers) >= Least)
            {
                var block = Settle(book, Question(i));
                book.Counted.Add(block);
                if (!design.IsLeaf(population)) book.Counted.LendAll(block);
                block.ForgetLent();
                foreach (var total in above) total[i].Below!.Add(block);
                if (design.WhereCut(population) is { } level)
                {
                    history.Of(design, level)[i].Uncut.Add(block);
                    book.LentCuts |= level != population;
                }
                moved = true;
            }
            else if (closing && design.Parent(population) is { } parent)
            {
                history.Of(design, parent)[i].Waiting.AddRange(book.Waiting);
                book.Waiting.Clear();
            }
            var next = design.Parent(population) is { } higher ? design.WhereCut(higher) : null;
            var gate = new CutGate(book, [.. above.Select(total => total[i])], Question(i), thresholds);
            if (gate.Join(closing, last: next is null)) moved = true;
            else if (closing && next is not null)
            {
                history.Of(design, next)[i].Uncut.AddRange(book.Uncut);
                book.LentCuts |= book.Uncut.Count > 0;
                book.Uncut.Clear();
            }
        }
        return moved;
    }

    /// <summary>One block of all that waits, less the answers that leave under its cover (R8). It never falls below a batch.</summary>
    Block Settle(QuestionBook book, ClosedQuestion? question)
    {
        var block = new Block(design, question?.Counted.Count ?? 0, crossed: true);
        foreach (var part in book.Waiting)
        {
            block.Add(part);
            block.LendAll(part);
        }
        book.Waiting.Clear();
        foreach (var leaving in book.Leaving.ToList())
        {
            var answer = new CodedAnswer(leaving.Values, leaving.Chosen);
            if (block.Whole.Answers <= Least || !block.Covers(answer, question?.Several ?? false)) continue;
            block.Add(answer, -1);
            if (leaving.Of is { } establishment) block.Lend(establishment, -1);
            book.Leaving.Remove(leaving);
        }
        return block;
    }

    void LeaveAtOnce(PublicationHistory history, HashSet<string> changed)
    {
        foreach (var population in history.Books.Where(b => b.Value.Any(book => book.Leaving.Count > 0)).Select(b => b.Key).ToList())
        {
            changed.Add(population);
            QuestionBook[][] above = [.. design.Above(population).Select(level => history.Of(design, level))];
            foreach (var (i, book) in history.Books[population].Index())
            {
                foreach (var leaving in book.Leaving)
                {
                    var answer = new CodedAnswer(leaving.Values, leaving.Chosen);
                    book.Counted.Add(answer, -1);
                    foreach (var level in above) level[i].Below!.Add(answer, -1);
                }
                book.Leaving.Clear();
            }
        }
    }

    IEnumerable<string> WithLevelsAbove(HashSet<string> changed)
    {
        foreach (var population in changed.ToList()) changed.UnionWith(design.Above(population));
        return design.FromTheLeaves.Where(changed.Contains);
    }
}
