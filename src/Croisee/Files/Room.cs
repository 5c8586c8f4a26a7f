namespace Croisee.Files;

/// <summary>
/// Files owns attachments: what they are, what is taken out of them, where they lie, whether the antivirus passed them.
/// It must never know a person or an owner, use a person's file name on disk, or hand out a file that is not clean.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services, FileSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IScanner>(settings.Clam is { } clam ? new ClamScanner(clam) : new NoScanner());
        services.AddSingleton<FileStore>();
        services.AddScoped<RescanQuarantine>();
    }
}

/// <param name="Folder">Outside the web root; created, readable by the serving account only.</param>
/// <param name="Clam">Null: no antivirus on this instance.</param>
public sealed record FileSettings(string Folder, FileLimits Limits, ClamSettings? Clam)
{
    /// <summary>Changes <see cref="FileLimits.MaxFilesADay"/>, and the bytes of a day with it.</summary>
    public const string DaySetting = "CROISEE_FILES_PER_DAY";

    /// <param name="clam"><c>CROISEE_CLAMAV</c>: <c>host:port</c> or the path of a socket; empty means none.</param>
    /// <exception cref="ArgumentException">The folder lies under the web root, where the web server would hand files out itself.</exception>
    public static FileSettings Read(string dataFolder, string? clam, string? webRoot = null, int? aDay = null)
    {
        var folder = Path.GetFullPath(Path.Combine(dataFolder, "files"));
        if (webRoot is not null && (folder + Path.DirectorySeparatorChar).StartsWith(Path.GetFullPath(webRoot).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new ArgumentException($"The files' folder {folder} must lie outside the web root {webRoot}.", nameof(dataFolder));
        var limits = aDay is not { } files ? FileLimits.Default : FileLimits.Default with { MaxFilesADay = files, MaxBytesADay = FileLimits.Default.MaxBytesADay / FileLimits.Default.MaxFilesADay * files };
        return new(folder, limits, string.IsNullOrWhiteSpace(clam) ? null : new(clam.Trim()));
    }
}
