namespace Croisee.Surveys.Disclosure;

/// <summary>One person's answers, without name, address or hour (R10).</summary>
/// <param name="Id">Random: it says nothing, not even an order.</param>
/// <param name="Attributes">By attribute; a missing one is unknown.</param>
/// <param name="Chosen">By question; a missing one was not shown, or was left empty.</param>
public sealed record AnswerRow(string Id, string Population, IReadOnlyDictionary<string, string> Attributes, IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen);

/// <summary>A row that now counts, and the population whose batch it joined: keep both, a withdrawal needs them.</summary>
public sealed record JoinedRow(string Id, string Population);

/// <summary>R8: a person takes back answers that already count.</summary>
/// <param name="JoinedIn">What <see cref="JoinedRow.Population"/> said.</param>
public sealed record WithdrawnRow(AnswerRow Row, string JoinedIn);

/// <summary>A row read for one question: places instead of words. Null where the person gave no counted answer.</summary>
sealed record CodedAnswer(int[] Values, int[] Chosen)
{
    /// <param name="question">Null asks only who answered at all.</param>
    public static CodedAnswer? Of(SurveyDesign design, ClosedQuestion? question, AnswerRow row)
    {
        int[] chosen = [];
        if (question is not null)
        {
            if (!row.Chosen.TryGetValue(question.Code, out var words)) return null;
            chosen = [.. words.Select(w => PlaceOf(question.Counted, w)).Where(p => p >= 0).Distinct()];
            if (chosen.Length == 0 || (!question.Several && chosen.Length > 1)) return null;
        }
        return new([.. design.Cuts.Select(c => ValueOf(c, row))], chosen);
    }

    static int PlaceOf(IReadOnlyList<AnswerChoice> choices, string word)
    {
        for (var i = 0; i < choices.Count; i++) if (choices[i].Code == word) return i;
        return -1;
    }

    /// <summary>The place after the last is « unknown »: counted in the whole, shown in no part.</summary>
    static int ValueOf(DeclaredCut cut, AnswerRow row)
    {
        if (row.Attributes.TryGetValue(cut.Attribute, out var word))
            for (var i = 0; i < cut.Values.Count; i++) if (cut.Values[i] == word) return i;
        return cut.Values.Count;
    }
}
