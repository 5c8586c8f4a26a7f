namespace Croisee.Surveys.Content;

/// <summary>What an editor does to a questionnaire; each gives a new document, so that the one before can come back.</summary>
public static class ContentEdit
{
    /// <summary>Puts a question in a part: in the place of the one with its code, or last.</summary>
    public static QuestionnaireContent Put(this QuestionnaireContent content, string section, AskedQuestion question)
    {
        var stays = content.Sections.FirstOrDefault(s => s.Code == section)?.Questions.Any(q => q.Code == question.Code) is true;
        var bare = stays ? content : content.Without(question.Code);
        return bare with
        {
            Sections = [.. bare.Sections.Select(s => s.Code != section ? s : s with { Questions = stays ? [.. s.Questions.Select(q => q.Code == question.Code ? question : q)] : [.. s.Questions, question] })],
        };
    }

    public static QuestionnaireContent Without(this QuestionnaireContent content, string question) =>
        content with { Sections = [.. content.Sections.Select(s => s with { Questions = [.. s.Questions.Where(q => q.Code != question)] })] };

    /// <summary>One place up or down; from the end of a part into the next one.</summary>
    public static QuestionnaireContent Move(this QuestionnaireContent content, string question, bool up)
    {
        var sections = content.Sections.Select(s => s.Questions.ToList()).ToList();
        var section = sections.FindIndex(s => s.Any(q => q.Code == question));
        if (section < 0) return content;
        var at = sections[section].FindIndex(q => q.Code == question);
        var moved = sections[section][at];
        var target = at + (up ? -1 : 1);
        sections[section].RemoveAt(at);
        if (target >= 0 && target <= sections[section].Count) sections[section].Insert(target, moved);
        else if (up && section > 0) sections[section - 1].Add(moved);
        else if (!up && section + 1 < sections.Count) sections[section + 1].Insert(0, moved);
        else return content;
        return content with { Sections = [.. content.Sections.Select((s, i) => s with { Questions = sections[i] })] };
    }

    /// <summary>The same question right after, under codes of its own.</summary>
    public static QuestionnaireContent Duplicate(this QuestionnaireContent content, string question, UsedCodes ever)
    {
        if (content.Find(question) is not { } found) return content;
        var code = content.NextCode(ever);
        // Answers of another tool are those of the first.
        var twin = found with { Code = code, Far = null, Items = [.. found.Items.Select((item, i) => item with { Code = $"{code}_{i + 1}", Far = null })] };
        return content with { Sections = [.. content.Sections.Select(s => s with { Questions = [.. s.Questions.SelectMany(q => q.Code == found.Code ? new[] { q, twin } : [q])] })] };
    }

    public static QuestionnaireContent AddSection(this QuestionnaireContent content, Wording? title)
    {
        var number = content.Sections.Count + 1;
        while (content.Sections.Any(s => s.Code == $"p{number}")) number++;
        return content with { Sections = [.. content.Sections, new Section($"p{number}") { Title = title }] };
    }
}
