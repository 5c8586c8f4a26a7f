using System.Text;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Exchange;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>What is being written, as a FHIR R4 Questionnaire.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class FhirFileModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    public IActionResult OnGet() => File(Encoding.UTF8.GetBytes(FhirWriter.Write(Content, Questionnaire.Reference)), FhirWriter.Type, $"questionnaire-{Questionnaire.Reference}.fhir.json");
}
