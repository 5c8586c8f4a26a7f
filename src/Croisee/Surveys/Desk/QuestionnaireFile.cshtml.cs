using System.Text;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>What is being written, as a file that can be read again here or elsewhere.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class QuestionnaireFileModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    public IActionResult OnGet() => File(Encoding.UTF8.GetBytes(ContentJson.Write(Content, indented: true)), "application/json", $"questionnaire-{Questionnaire.Reference}.json");
}
