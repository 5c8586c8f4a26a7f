using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Experiences.FollowUp;
using Croisee.Framework;
using Croisee.Jobs;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library;

/// <summary>
/// Library owns the public repository: sheets and their versions, publication and withdrawal, searching, easy-read readings.
/// It must never show what its authors did not agree to, nor a contact address that was not given to be published.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddSingleton(new Preparation(ReadSheetsAgain.Run));
        services.AddSingleton(new Preparation(EasyTitles.Run));
        services.AddSheetSearch();
        services.AddSingleton<LibraryCache>();
        services.AddSingleton(ActWords.Told);
        services.AddSingleton<Places.FranceShapes>();
        services.AddSingleton(all =>
        {
            var shelf = new Paper.PaperShelf(all.GetRequiredService<TimeProvider>());
            all.GetRequiredService<Neighbours>().OnNews(shelf.Forget);
            return shelf;
        });
        services.Configure<OutputCacheOptions>(options => options.AddPolicy(LibraryPages.Name, new LibraryPages()));
        services.AddScoped<ReadFindings>();
        services.AddScoped<ComposeSheet>();
        services.AddScoped<SearchInWords>();
        services.AddScoped<Compare.NearSheets>();
        services.AddScoped<Publish>();
        services.AddScoped<IPublishImported, PublishImported>();
        services.AddScoped<IShownSheets, ShownSheets>();
        services.AddScoped<Withdraw>();
        services.AddSingleton(new EraseAgain(Experiences.Acts.Withdrawn, nameof(Experience), Withdraw.Again));
        services.AddSingleton(new EraseAgain(Acts.TakenDown, nameof(Experience), Withdraw.TakeDownAgain));
        services.AddSingleton(new EraseAgain(Acts.CollectionDeleted, nameof(Collections.Collection), Collections.DeleteAgain.Run));
        services.AddSingleton(new EraseAgain(Acts.SearchStopped, nameof(Watching.SavedSearch), Watching.StopSearch.Again));
        services.AddScoped<Watching.StopSearch>();
        services.AddScoped<IHear<ExperienceWithdrawn>, ForgetSheet>();
        services.AddScoped<IHear<ExperiencePublished>, TellPublished>();
        services.AddScoped<IHear<PublicAddressChanged>, ForgetAddress>();
        services.AddScoped<IHear<Review.MotivesCorrected>, SayMotivesAgain>();
        services.AddScoped<IKeptPages, ForgetAddress>();
        services.AddScoped<IHear<ExperienceWithdrawn>, Collections.ForgetInCollections>();
        services.AddScoped<IHear<AccountClosed>, Collections.ForgetInCollections>();
        services.AddScoped<IPersonalData, Collections.CollectionsOfPerson>();
        services.AddScoped<IPersonalData, Watching.SearchesOfPerson>();
        services.AddScoped<IHear<AccountClosed>, Watching.SearchesOfPerson>();
        services.AddScoped<IAddressUse, Watching.FollowedAddresses>();
        services.AddScoped<Watching.TellFound>();
        services.AddSingleton<Watching.EndLinks>();
        services.Every(TimeSpan.FromMinutes(30), Watching.TellFound.Job, (s, stop) => s.GetRequiredService<Watching.TellFound>().Run(stop));
        services.AddScoped<IAttachmentAudience, Reading.PublicDocuments>();
        services.AddScoped<TellModerators>();
        services.AddScoped<ReadWordsAgain>();
        services.AddScoped<Framework.Wording.IHearWords, ReadWordsAgain>();
        services.Every(TimeSpan.FromMinutes(2), ReadWordsAgain.Job, (s, stop) => s.GetRequiredService<ReadWordsAgain>().Run(stop));
        services.AddScoped<TellNews>();
        services.AddScoped<SheetNews>();
        services.AddScoped<AwaitingReaders>();
        services.AddScoped<Readers.ReaderWords>();
        services.AddSingleton<Readers.ReaderCodes>();
        services.AddSingleton<Readers.WordCookie>();
        services.AddScoped<Readers.AskReread>();
        services.AddScoped<Readers.TakeBackWord>();
        services.AddSingleton<Readers.HidesOfNetwork>();
        services.AddSingleton(new EraseAgain(Acts.WordTakenBack, nameof(ReaderWord), Readers.TakeBackWord.Again));
        services.AddSingleton(new EraseAgain(Acts.WordErased, nameof(ReaderWord), Readers.RefuseAgain.Refused));
        services.AddSingleton(new EraseAgain(Acts.WordHidden, nameof(ReaderWord), Readers.RefuseAgain.Hidden));
        services.AddScoped<Kinship.SheetLinks>();
        services.AddScoped<Kinship.StructureBook>();
        services.AddScoped<SheetsBeside>();
        services.AddSingleton(new FollowPart("/Library/Kinship/_FollowLinks.cshtml"));
        services.AddSingleton<FormAge>();
        services.AddSingleton(new FollowPart("/Library/Readers/_FollowWords.cshtml"));
        services.Every(TimeSpan.FromDays(1), AwaitingReaders.Job, (s, stop) => s.GetRequiredService<AwaitingReaders>().Forget(stop));
        services.AddScoped<Publication.DropCorrection>();
        services.AddScoped<Publication.AwaitedAnswers>();
        services.Every(TimeSpan.FromDays(1), Publication.AwaitedAnswers.Job, (s, stop) => s.GetRequiredService<Publication.AwaitedAnswers>().Run(stop));
        services.AddScoped<AskForNews>();
        services.AddSingleton(new FollowPart("/Library/Survival/_FollowNews.cshtml"));
        services.Every(TimeSpan.FromDays(1), AskForNews.Job, (s, stop) => s.GetRequiredService<AskForNews>().Run(stop));
        services.AddScoped<EasyReaders>();
        services.AddScoped<EasyRead.EasyRemarks>();
        services.AddScoped<EasyRead.TextsToRead>();
        services.AddScoped<EasyRead.TellTexts>();
        services.AddSingleton(new Groups.MyGroupsPart("/Library/EasyRead/_TextsToRead.cshtml"));
        services.Every(TimeSpan.FromDays(1), EasyRead.TellTexts.Job, (s, stop) => s.GetRequiredService<EasyRead.TellTexts>().Run(stop));
        services.AddSingleton(new FollowPart("/Library/EasyRead/_FollowEasy.cshtml"));
        services.AddScoped<IFrameworkExamples, SheetExamples>();
        services.AddSingleton<Participedia.CaseShelf>();
        services.AddSingleton<Survival.SurvivalShelf>();
        services.AddSingleton(new Verb("participedia", Participedia.ParticipediaVerb.Usage, "prendre des cas de Participedia dans une collection à part, ou la rendre", Participedia.ParticipediaVerb.Run));
        services.AddSingleton<OpenData.PublishedSheets>();
        services.AddSingleton<OpenData.SheetDownloads>();
        services.AddScoped<OpenData.OpenDataFacts>();
        services.Entry("Mes dossiers", "/dossiers/miens", 52, http => http.RequestServices.GetRequiredService<Visitor>().IsKnown);
        services.Entry("Publication", "/bureau/publication", 60, http => http.RequestServices.GetRequiredService<Visitor>().Has(Groups.Access.Organisers), staff: true, hint: "Proposer aux auteurs leur page, puis la publier.", waiting: Publication.QueueModel.CountReady);
        services.Entry("Modération", TellModerators.Queue, 65, http => http.RequestServices.GetRequiredService<Visitor>().Has(Role.Moderator), staff: true, hint: "Lire ce qui s’écrit à côté des fiches avant les autres.", waiting: Moderation.ModerationQueueModel.CountWaiting);
    }
}
