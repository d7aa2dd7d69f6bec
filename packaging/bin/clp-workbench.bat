@echo off
rem Starts CLP Workbench. Without arguments: the window. Needs Java 25 or newer.
setlocal
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn240m --module-path "%~dp0..\javafx" --add-modules javafx.controls,javafx.fxml,javafx.swing --enable-native-access=ALL-UNNAMED,javafx.graphics -classpath "%~dp0..\lib\*" %CLP_JAVA_OPTIONS% org.clpworkbench.Launcher %*
exit /b %ERRORLEVEL%
