using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>The questionnaire as those who answer will see it, in the wording asked for. Nothing can be sent from here.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class SeeQuestionnaireModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    /// <summary>« facile », « proche », or nothing for the usual wording.</summary>
    [FromQuery(Name = "voir")] public string? See { get; set; }

    public Reader Reader => new(See == "facile", See == "proche");
    public AskedPage Asked => new(Content, Reader, one => new AskedField(one, Reader, null, [], Big: See == "facile"));

    public void OnGet() { }
}
