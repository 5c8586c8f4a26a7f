using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>Those of one question: the question, its help, its phrases and its own answers.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class QuestionMediaModel(AppDb db, Visitor visitor, TimeProvider clock, FileStore store) : MediaScreen(db, visitor, clock, store)
{
    [FromRoute(Name = "question")] public string QuestionCode { get; set; } = "";

    protected override Predicate<string>? Mine()
    {
        if (Content.Questions.FirstOrDefault(q => q.Code == QuestionCode) is not { } question) return null;
        var keys = new HashSet<string>(StringComparer.Ordinal) { "q." + question.Code, "a." + question.Code };
        keys.UnionWith(question.Items.Select(i => "i." + i.Code).Concat(question.Options.Select(o => $"o.{question.Code}.{o.Code}")));
        return keys.Contains;
    }

    protected override string Here => $"question/{QuestionCode}/images-et-sons";
    public override (string Name, string Path) Above => (Content.Questions.First(q => q.Code == QuestionCode).Text.Text, "question/" + QuestionCode);
}
