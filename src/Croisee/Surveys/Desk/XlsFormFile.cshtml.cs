using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Exchange;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>What is being written, as a workbook that ODK and KoboToolbox open.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class XlsFormFileModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    public IActionResult OnGet() => File(XlsFormWriter.Write(Content, "croisee_" + Questionnaire.Reference), XlsFormWriter.Type, $"questionnaire-{Questionnaire.Reference}.xlsx");
}
