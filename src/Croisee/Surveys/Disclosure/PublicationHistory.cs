using System.Text.Json.Serialization;

namespace Croisee.Surveys.Disclosure;

/// <summary>Answers taken back, that wait until others who answered the same come in (R8).</summary>
public sealed record LeavingAnswer(int[] Values, int[] Chosen);

/// <summary>One question in one population's own batches: what counts, what waits for more, what wants to leave.</summary>
public sealed class QuestionBook
{
    [JsonConstructor]
    public QuestionBook(Block counted, List<Block> waiting, List<LeavingAnswer> leaving, CutBook[] cuts) =>
        (Counted, Waiting, Leaving, Cuts) = (counted, waiting, leaving, cuts);

    internal QuestionBook(SurveyDesign design, int choices)
        : this(new Block(design, choices), [], [], [.. design.Cuts.Select(c => new CutBook(Block.NewParts(c, choices), []))]) { }

    public Block Counted { get; }

    public List<Block> Waiting { get; }

    public List<LeavingAnswer> Leaving { get; }

    public CutBook[] Cuts { get; }
}

/// <summary>One cut of one question: its own batches are whole blocks of the question, so that the two never differ by a few answers.</summary>
public sealed record CutBook(Tally[] Counted, List<Tally[]> Waiting);

/// <summary>
/// R1: everything that was ever counted, and all that the gate needs to decide what may be shown next. Exact numbers: it is kept, never shown.
/// Serialise it with System.Text.Json as it is.
/// </summary>
public sealed class PublicationHistory
{
    [JsonConstructor]
    public PublicationHistory(Dictionary<string, QuestionBook[]> books, List<Publishing> publishings) => (Books, Publishings) = (books, publishings);

    public PublicationHistory() : this([], []) { }

    /// <summary>By population; the first book says who answered at all, then one for each question of the design.</summary>
    public Dictionary<string, QuestionBook[]> Books { get; }

    public List<Publishing> Publishings { get; }

    /// <summary>Two establishments become one: their batches stay what they were, and what waited waits together. Change the population of their pending rows too.</summary>
    public void Merge(string from, string into)
    {
        if (!Books.Remove(from, out var leaving)) return;
        if (Books.TryAdd(into, leaving)) return;
        foreach (var (old, book) in leaving.Zip(Books[into]))
        {
            book.Counted.Add(old.Counted);
            book.Waiting.AddRange(old.Waiting);
            book.Leaving.AddRange(old.Leaving);
            foreach (var (oldCut, cut) in old.Cuts.Zip(book.Cuts))
            {
                Block.AddTo(cut.Counted, oldCut.Counted);
                cut.Waiting.AddRange(oldCut.Waiting);
            }
        }
    }

    internal QuestionBook[] Of(SurveyDesign design, string population)
    {
        if (!Books.TryGetValue(population, out var books))
            Books[population] = books = [new(design, 0), .. design.Questions.Select(q => new QuestionBook(design, q.Counted.Count))];
        return books;
    }
}

/// <summary>R4: on which day a population took in how many rows.</summary>
public sealed record Publishing(DateOnly On, string Population, int Rows);
